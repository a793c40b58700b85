import { MINUTE } from '../../kernel/index.js';
import type { Line } from './log-lines.js';

/** An earlier one of many alike: nothing of it is left out that could differ. */
export interface Repeat {
  readonly at: string;
  readonly disclosure?: string;
}

/** A line that stands for itself and for those just before it that were alike, newest first. */
export type RolledUp = Line & { readonly repeats?: readonly Repeat[] };

/** Lines that follow each other within this time are quick repeats, in milliseconds. */
const QUICK = 5 * MINUTE;

/** Rolls up quick repeats: somebody who looks ten times in a row is one line with ten instants. Takes and gives lines newest first. */
export function rolledUp(lines: readonly Line[]): readonly RolledUp[] {
  const groups: { readonly line: Line; readonly repeats: Repeat[]; oldest: Line }[] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group === undefined || !repeats(line, group.oldest)) {
      groups.push({ line, repeats: [], oldest: line });
      continue;
    }
    group.repeats.push({ at: line.at, ...(line.kind === 'view' ? { disclosure: line.disclosure } : {}) });
    group.oldest = line;
  }
  return groups.map(({ line, repeats }) => (repeats.length === 0 ? line : { ...line, repeats }));
}

const repeats = (older: Line, newer: Line): boolean => likeness(older) === likeness(newer) && Date.parse(newer.at) - Date.parse(older.at) <= QUICK;

/** What has to be equal: all but the instant and the code. */
function likeness(line: Line): string {
  const { at: _at, ...rest } = line;
  return JSON.stringify(rest.kind === 'view' ? { ...rest, disclosure: undefined } : rest);
}
