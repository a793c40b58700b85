import type { Client } from 'pg';
import type { ReadRange, RecordedEvent } from '../event-store/index.js';
import { endOf, keyOf, placeOf, revisionAt } from './places.js';
import { type EventRow, toEvent } from './rows.js';
import * as sql from './sql.js';

interface PartRow extends EventRow {
  /** Which of the parts asked for it belongs to, from 1. */
  readonly ordinal: number;
}

interface Part {
  readonly range: ReadRange;
  readonly key: string;
  readonly events: RecordedEvent[];
}

/** More than a stream has. */
const ALL = 2n ** 63n - 1n;

/** Reads all ranges in one round trip: streams to their end by one statement, other parts of streams by another. */
export async function readRanges(client: Client, ranges: readonly ReadRange[]): Promise<readonly (readonly RecordedEvent[])[]> {
  const parts = ranges.map((range): Part => ({ range, key: keyOf(range.stream), events: [] }));
  const isOpen = ({ range: { direction, limit } }: Part): boolean => direction !== 'backward' && limit === undefined;
  await Promise.all([readOpen(client, parts.filter(isOpen)), readLimited(client, parts.filter((part) => !isOpen(part)))]);
  return parts.map(({ events }) => events);
}

const startOf = ({ range: { from }, key }: Part): string => (from === undefined ? key : placeOf(key, from));

async function readOpen(client: Client, parts: readonly Part[]): Promise<void> {
  if (parts.length === 0) return;
  const { rows } = await client.query<PartRow>(sql.open({ lows: parts.map(startOf), highs: parts.map(({ key }) => endOf(key)) }));
  handOut(rows, parts);
}

async function readLimited(client: Client, parts: readonly Part[]): Promise<void> {
  if (parts.length === 0) return;
  const backward = parts.map(({ range }) => range.direction === 'backward');
  const { rows } = await client.query<PartRow>(
    sql.limited({
      lows: parts.map((part, index) => (backward[index] === true ? part.key : startOf(part))),
      highs: parts.map((part, index) => (backward[index] === true && part.range.from !== undefined ? startOf(part) : endOf(part.key))),
      backward,
      counts: parts.map(({ range: { limit } }) => (limit === undefined ? ALL : BigInt(limit))),
    }),
  );
  handOut(rows, parts);
}

function handOut(rows: readonly PartRow[], parts: readonly Part[]): void {
  for (const row of rows) {
    const part = parts[row.ordinal - 1];
    part?.events.push(toEvent(row, { stream: part.range.stream, revision: revisionAt(row.place, part.key) }));
  }
}
