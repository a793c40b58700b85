import { createHash } from 'node:crypto';
import { styleText } from 'node:util';
import { parsePoint, replayAccess } from '../../../libs/application/audit/index.js';
import type { AccessReport } from '../../../libs/application/audit/replay.js';
import type { EventStore } from '../../../libs/event-store/index.js';
import { BasisId } from '../../../libs/kernel/index.js';

/** What `xinma replay` takes: a position or an RFC 3339 instant, and perhaps one basis. */
export interface ReplayOptions {
  readonly at: string;
  readonly basis?: string;
}

/** Replays the log and writes who could look, who did and who was refused, with a hash by which two replays can be compared. */
export async function replay(store: EventStore, { at, basis }: ReplayOptions, write: (line: string) => void): Promise<void> {
  const report = await replayAccess(store, basis === undefined ? 'everybody' : { basis: BasisId(basis) }, parsePoint(at));
  for (const line of describe(report)) write(line);
}

function describe(report: AccessReport): readonly string[] {
  const { position, asOf, could, did, refused } = report;
  const section = (title: string, rows: readonly object[]): readonly string[] => [styleText('bold', `${title}: ${rows.length}`), ...rows.map(rowOf)];
  const hash = createHash('sha256').update(JSON.stringify(report)).digest('hex');
  return [
    `the log up to position ${position}, windows judged at ${asOf}`,
    ...section('could look', could),
    ...section('looked', did),
    ...section('were refused', refused),
    `sha256 ${hash}`,
  ];
}

const rowOf = (row: object): string => `  ${Object.entries(row).map(([name, value]) => `${styleText('dim', name)} ${String(value)}`).join('  ')}`;
