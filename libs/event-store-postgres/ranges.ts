import type { Client } from 'pg';
import type { ReadRange, RecordedEvent } from '../event-store/index.js';
import { type EventRow, toEvent } from './rows.js';
import * as sql from './sql.js';

interface PartRow extends EventRow {
  readonly ordinal: bigint;
}

/** Larger than any revision or count that a range may name. */
const END = 2n ** 63n - 1n;

/** Reads all ranges in one round trip: whole streams by one statement, parts of streams by another. */
export async function readRanges(client: Client, ranges: readonly ReadRange[]): Promise<readonly (readonly RecordedEvent[])[]> {
  const isWhole = ranges.map(({ from, direction, limit }) => (from ?? 0n) === 0n && direction !== 'backward' && limit === undefined);
  const [wholes, parts] = await Promise.all([
    readWhole(client, ranges.filter((_, index) => isWhole[index])),
    readParts(client, ranges.filter((_, index) => !isWhole[index])),
  ]);
  let part = 0;
  return ranges.map(({ stream }, index) => (isWhole[index] === true ? wholes.get(stream) : parts[part++]) ?? []);
}

async function readWhole(client: Client, ranges: readonly ReadRange[]): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
  if (ranges.length === 0) return new Map();
  const { rows } = await client.query<EventRow>(sql.whole([...new Set(ranges.map(({ stream }) => stream))]));
  return Map.groupBy(rows, ({ stream }) => stream);
}

async function readParts(client: Client, ranges: readonly ReadRange[]): Promise<readonly (readonly RecordedEvent[])[]> {
  if (ranges.length === 0) return [];
  const { rows } = await client.query<PartRow>(
    sql.parts({
      streams: ranges.map(({ stream }) => stream),
      starts: ranges.map(({ from, direction }) => from ?? (direction === 'backward' ? END : 0n)),
      backward: ranges.map(({ direction }) => direction === 'backward'),
      counts: ranges.map(({ limit }) => (limit === undefined ? END : BigInt(limit))),
    }),
  );
  const histories = ranges.map((): RecordedEvent[] => []);
  for (const row of rows) histories[Number(row.ordinal) - 1]?.push(toEvent(row));
  return histories;
}
