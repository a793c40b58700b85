import { isDeepStrictEqual, styleText } from 'node:util';
import type { Problem } from '../../../../libs/client/index.js';

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

/** What the client says of a request. */
export interface Answer<Data> {
  readonly data?: Data;
  readonly error?: Problem;
  readonly response: Response;
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

  /** What the answer says, which must be a success. */
  done<Data>(step: string, { data, error, response }: Answer<Data>): Data {
    if (data === undefined) throw new StoryBroken(step, `expected a success, got ${response.status} ${error?.code}`);
    return data;
  }

  /** Why the answer says no, which it must, with this status. */
  refused(step: string, { error, response }: Answer<unknown>, status: number): Problem {
    if (error === undefined || response.status !== status) throw new StoryBroken(step, `expected ${status}, got ${response.status} ${error?.code}`);
    return error;
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
