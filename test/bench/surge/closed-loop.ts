import { setTimeout as sleep } from 'node:timers/promises';
import { Tally, type Told } from './tally.js';
import { Line, type Place } from './wire.js';

/** Some who ask one after the other, each as soon as they were answered. */
export interface Patient {
  readonly place: Place;
  readonly requests: readonly Buffer[];
  /** Which of them is asked first; after the last one comes the first. */
  readonly first: number;
  readonly connections: number;
  readonly seconds: number;
  /** Milliseconds between an answer and the next question of each. */
  readonly pause: number;
}

/** What they are answered in that time. */
export async function closedLoop({ place, requests, first, connections, seconds, pause }: Patient): Promise<Told> {
  const tally = new Tally();
  const end = performance.now() + seconds * 1_000;
  const begun = performance.now();
  let next = first;
  const one = async (): Promise<void> => {
    const line = new Line(place, () => undefined);
    while (performance.now() < end) {
      const request = requests[next] ?? Buffer.alloc(0);
      next = (next + 1) % requests.length;
      const at = performance.now();
      const answer = await asked(line, request);
      tally.sent += 1;
      if (answer === undefined) {
        tally.lost += 1;
        break;
      }
      tally.hear(answer.status, answer.body, performance.now() - at);
      if (pause > 0) await sleep(pause);
    }
    line.hangUp();
  };
  await Promise.all(Array.from({ length: connections }, one));
  return tally.told((performance.now() - begun) / 1_000);
}

const asked = (line: Line, request: Buffer): Promise<{ readonly status: number; readonly body: string } | undefined> => new Promise((resolve) => line.ask(request, resolve));
