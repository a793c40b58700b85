import { setTimeout as sleep } from 'node:timers/promises';
import { Tally, type Told } from './tally.js';
import { Line, type Place } from './wire.js';

/** A crowd that comes at a rate, whatever is answered. */
export interface Crowd {
  readonly place: Place;
  readonly requests: readonly Buffer[];
  /** Which of them is asked first; after the last one comes the first. */
  readonly first: number;
  /** Requests a second, those that are sent again among them. */
  readonly rate: number;
  readonly seconds: number;
  /** Most connections at once. */
  readonly connections: number;
  /** Nobody asks again. */
  readonly once: boolean;
}

/** Whoever is told "not now" asks again after this long, whatever `Retry-After` says, so often; whoever hears nothing for so long hangs up and asks again at once. Milliseconds. */
const AGAIN_AFTER = 250;
const TRIES = 4;
const PATIENCE = 1_000;
/** How long a server has to take 2,000 connections, in milliseconds. */
const CONNECTED_IN = 600;

interface Asked {
  readonly request: Buffer;
  readonly tries: number;
  readonly at: number;
  readonly line: Line;
  done: boolean;
}

/** Sends at its rate: first whoever is due to ask again, then new ones. */
export class OpenLoop {
  private readonly tally = new Tally();
  private readonly idle: Line[] = [];
  private readonly waiting: Asked[] = [];
  private readonly again: { readonly request: Buffer; readonly tries: number; readonly due: number }[] = [];
  private open = 0;
  private next: number;
  private over = false;

  constructor(private readonly crowd: Crowd) {
    this.next = crowd.first;
  }

  /** Resolves with what it came to, once the last answer is there or given up. */
  async run(): Promise<Told> {
    const { rate, seconds, connections } = this.crowd;
    // Who comes is connected already: it is requests that surge, not handshakes.
    for (let n = 0; n < Math.min(connections, rate / 8); n += 1) this.idle.push(this.connect());
    await sleep(CONNECTED_IN);
    const begun = performance.now();
    for (let due = 0, at = begun; at < begun + seconds * 1_000; at = performance.now()) {
      for (; due < ((at - begun) / 1_000) * rate; due += 1) this.send();
      this.giveUp(at);
      await sleep(1);
      this.tally.late(performance.now() - at - 1);
    }
    const took = (performance.now() - begun) / 1_000;
    this.over = true;
    for (const end = performance.now() + 5 * PATIENCE; this.waiting.some(({ done }) => !done) && performance.now() < end; ) await sleep(10);
    this.giveUp(Infinity);
    for (const line of this.idle) line.hangUp();
    return this.tally.told(took);
  }

  private connect(): Line {
    this.open += 1;
    return new Line(this.crowd.place, (line) => {
      this.open -= 1;
      const at = this.idle.indexOf(line);
      if (at >= 0) this.idle.splice(at, 1);
    });
  }

  private send(): void {
    const line = this.idle.pop() ?? (this.open < this.crowd.connections ? this.connect() : undefined);
    if (line === undefined) {
      this.tally.unsent += 1;
      return;
    }
    const { request, tries } = this.due();
    const asked: Asked = { request, tries, at: performance.now(), line, done: false };
    this.waiting.push(asked);
    this.tally.sent += 1;
    line.ask(request, (answer) => this.hear(asked, answer));
  }

  private due(): { readonly request: Buffer; readonly tries: number } {
    const first = this.again[0];
    if (first !== undefined && first.due <= performance.now()) return this.again.shift() ?? first;
    const request = this.crowd.requests[this.next] ?? Buffer.alloc(0);
    this.next = (this.next + 1) % this.crowd.requests.length;
    return { request, tries: 1 };
  }

  private hear(asked: Asked, answer: { readonly status: number; readonly body: string } | undefined): void {
    asked.done = true;
    if (answer === undefined) {
      this.tally.lost += 1;
      return;
    }
    this.idle.push(asked.line);
    const refused = this.tally.hear(answer.status, answer.body, performance.now() - asked.at);
    if (refused && this.asksAgain(asked)) this.again.push({ request: asked.request, tries: asked.tries + 1, due: performance.now() + AGAIN_AFTER });
  }

  private asksAgain({ tries }: Asked): boolean {
    return tries < TRIES && !this.over && !this.crowd.once;
  }

  private giveUp(now: number): void {
    if (this.crowd.once && now !== Infinity) return;
    let gone = 0;
    for (const asked of this.waiting) {
      if (!asked.done && now - asked.at < PATIENCE) break;
      gone += 1;
      if (asked.done) continue;
      this.tally.lost += 1;
      asked.line.hangUp();
      if (this.asksAgain(asked)) this.again.unshift({ request: asked.request, tries: asked.tries + 1, due: 0 });
    }
    this.waiting.splice(0, gone);
  }
}
