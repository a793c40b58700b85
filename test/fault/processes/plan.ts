import type { LogEntry } from '../checker/history.js';
import type { Habits } from './clients/client.js';
import type { Seen } from './clients/seen.js';
import type { Size } from './clients/town.js';
import type { Fault, Trace } from './faults/index.js';
import type { Wrong } from './judge.js';
import type { Room } from './stage/database.js';

/** One stage from its beginning to its end. */
export interface Plan {
  /** Which chance it is drawn from. */
  readonly seed: string;
  readonly size: Size & { readonly clients: number; readonly consents: number };
  readonly habits: Habits;
  /** With how many events of others the log is filled before the acts, and what room that takes: whoever reads it begins so far behind. */
  readonly filled?: { readonly events: number; readonly room: Room };
  /** Played one after another; at the end of each everything is judged. */
  readonly acts: readonly Act[];
}

/** Some time with some faults. */
export interface Act {
  readonly seconds: number;
  /** However slow the machine is, no later than so many seconds after the stage was begun. */
  readonly by?: number;
  readonly faults: readonly Fault[];
  /** Each once, and the next one only when everybody decides again: how long that takes is each one's own. */
  readonly oneByOne?: boolean;
  /** Projectors are killed beside API processes, not in turn with them: more of both. */
  readonly apart?: boolean;
  /** By how much a clock may be off, in milliseconds. */
  readonly clockError: number;
}

/** A fault that was survived, and when: in milliseconds since the command began. */
export interface Survived extends Trace {
  readonly name: string;
  readonly at: Fault['at'];
  readonly began: number;
  readonly ended: number;
  /** How long it took until everybody could decide again, in milliseconds. */
  readonly back: number;
  /** Whether nothing else went wrong in that time. */
  readonly alone: boolean;
}

/** What came of a stage. */
export interface Outcome {
  /** When it was begun, in milliseconds since the command began. */
  readonly began: number;
  readonly survived: readonly Survived[];
  readonly wrong: readonly Wrong[];
  readonly seen: Seen;
  readonly log: readonly LogEntry[];
  /** What was planted when, beside what clients saw. */
  readonly lines: readonly string[];
  /** Faults that this machine can't have, and why. */
  readonly left: ReadonlyMap<string, string>;
}

/** Tells how it goes. */
export type Say = (line: string) => void;
