import { isDeepStrictEqual, styleText } from 'node:util';
import type { Answer } from '../http-client.js';

/** A step of the story did not come out as told. */
export class StoryBroken extends Error {
  constructor(
    readonly step: string,
    readonly seen: string,
  ) {
    super(`${step}: ${seen}`);
    this.name = 'StoryBroken';
  }
}

type Ink = Parameters<typeof styleText>[0];

const INKS: Readonly<Record<string, Ink>> = { registrar: 'magenta', clinic: 'cyan', auditor: 'blue', stranger: 'red', system: 'dim' };

/** Tells the demo, a line per step, and stops at the first that does not hold. */
export class Story {
  private steps = 0;

  constructor(private readonly write: (line: string) => void) {}

  /** Begins a scene. */
  scene(title: string): void {
    this.write(`\n${styleText('bold', title)}`);
  }

  /** One step that held: who, and what they see. */
  tell(who: string, what: string): void {
    this.steps += 1;
    const ink = INKS[who.split(' ')[0] ?? ''] ?? 'green';
    this.write(`${styleText('dim', String(this.steps).padStart(3))} ${styleText(ink, who.padEnd(22))} ${what}`);
  }

  /** The answer, which must have this status. */
  expect(step: string, answer: Answer, status: number): Answer {
    if (answer.status !== status) throw new StoryBroken(step, `expected ${status}, got ${answer.status} ${answer.text.slice(0, 200)}`);
    return answer;
  }

  /** Two things that must be equal. */
  same(step: string, one: unknown, other: unknown): void {
    if (!isDeepStrictEqual(one, other)) throw new StoryBroken(step, `${JSON.stringify(one)} is not ${JSON.stringify(other)}`);
  }

  /** A thing that must hold. */
  holds(step: string, truth: boolean): void {
    if (!truth) throw new StoryBroken(step, 'does not hold');
  }
}
