import { createHash } from 'node:crypto';
import { styleText } from 'node:util';
import { parsePoint, replayAccess } from '../../../libs/application/audit/index.js';
import type { AccessReport } from '../../../libs/application/audit/replay.js';
import type { EventStore } from '../../../libs/event-store/index.js';
import { BasisId, Malformed } from '../../../libs/kernel/index.js';

/** What `xinma replay` takes: a position or an RFC 3339 instant, and perhaps one basis. */
export interface ReplayOptions {
  readonly at: string;
  readonly basis?: string;
}

/** Replays the log and writes who could look, who did and who was refused, with a hash by which two replays can be compared. Rejects, naming the option that is wrong. */
export async function replay(store: EventStore, { at, basis }: ReplayOptions, write: (line: string) => void): Promise<void> {
  const point = admit('--at must be a position of the log or an RFC 3339 time with a zone', () => parsePoint(at));
  const concern = basis === undefined ? 'everybody' : admit('--basis must be the id of a consent (c_...) or of a guardianship (g_...)', () => ({ basis: BasisId(basis) }));
  for (const line of describe(await replayAccess(store, concern, point))) write(line);
}

function admit<T>(what: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof Malformed ? new Error(what) : error;
  }
}

function describe(report: AccessReport): readonly string[] {
  const { position, asOf, could, did, refused } = report;
  const hash = createHash('sha256').update(JSON.stringify(report)).digest('hex');
  return [
    `the log up to position ${position}, windows judged at ${asOf}`,
    ...section('could look', could),
    ...section('looked', did),
    ...section('were refused', refused),
    `sha256 ${hash}`,
  ];
}

function section(title: string, rows: readonly object[]): readonly string[] {
  const cells = rows.map((row) => Object.values(row).map(text));
  const names = Object.keys(rows[0] ?? {});
  const widths = names.map((name, column) => Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[], style: (cell: string, padded: string) => string): string => `  ${row.map((cell, column) => style(cell, cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd()}`;
  const header = rows.length === 0 ? [] : [line(names, (_, padded) => styleText('dim', padded))];
  return [styleText('bold', `${title}: ${rows.length}`), ...header, ...cells.map((row) => line(row, coloured))];
}

const text = (value: unknown): string => (Array.isArray(value) ? value.join(' ') : String(value));

/** What stands out of a table: a yes, and what is neither a yes nor a no. */
const COLOURS: Readonly<Record<string, 'green' | 'yellow'>> = { yes: 'green', shown: 'green', 'as-age-allows': 'yellow', withheld: 'yellow' };

function coloured(cell: string, padded: string): string {
  const colour = COLOURS[cell];
  return colour === undefined ? padded : styleText(colour, padded);
}
