import type { Run, Wrong } from './simulate.js';

/** What many runs came to. */
export interface Tally {
  readonly seeds: number;
  readonly operations: number;
  readonly events: number;
  readonly shown: number;
  readonly refused: number;
  readonly perhaps: number;
  readonly wrong: readonly { readonly seed: number; readonly wrong: readonly Wrong[] }[];
}

/** Nothing was played yet. */
export const NOTHING: Tally = { seeds: 0, operations: 0, events: 0, shown: 0, refused: 0, perhaps: 0, wrong: [] };

/** With one more run. */
export function counted(tally: Tally, seed: number, { operations, events, wrong }: Run): Tally {
  const of = (...outcomes: readonly string[]): number => operations.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    seeds: tally.seeds + 1,
    operations: tally.operations + operations.length,
    events: tally.events + events,
    shown: tally.shown + operations.filter(({ shown }) => shown !== undefined).length,
    refused: tally.refused + of('refused'),
    perhaps: tally.perhaps + of('failed', 'unanswered'),
    wrong: wrong.length === 0 ? tally.wrong : [...tally.wrong, { seed, wrong }],
  };
}

/** Both together. */
export const together = (one: Tally, other: Tally): Tally => ({
  seeds: one.seeds + other.seeds,
  operations: one.operations + other.operations,
  events: one.events + other.events,
  shown: one.shown + other.shown,
  refused: one.refused + other.refused,
  perhaps: one.perhaps + other.perhaps,
  wrong: [...one.wrong, ...other.wrong].toSorted((a, b) => a.seed - b.seed),
});
