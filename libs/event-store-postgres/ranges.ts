import { DatabaseError } from 'pg';
import type { ReadRange, RecordedEvent } from '../event-store/index.js';
import type { Asked } from './line.js';
import { beginOf, endOf, type Place } from './places.js';
import { type EventRow, toEvent } from './rows.js';
import * as sql from './sql.js';
import { eventsOf, type WholeRow } from './whole.js';

interface PartRow extends EventRow {
  /** Which of the parts asked for it belongs to, from 1. */
  readonly ordinal: number;
}

interface Part {
  readonly range: ReadRange;
  events: readonly RecordedEvent[];
}

/** More than a stream has. */
const ALL = 2n ** 63n - 1n;

/** Reads all ranges in one round trip: streams to their end by one statement, other parts of streams by another. Streams that don't fit into a row each take a second one. */
export async function readRanges(client: Asked, ranges: readonly ReadRange[]): Promise<readonly (readonly RecordedEvent[])[]> {
  const parts = ranges.map((range): Part => ({ range, events: [] }));
  const isOpen = ({ range: { direction, limit } }: Part): boolean => direction !== 'backward' && limit === undefined;
  await Promise.all([readOpen(client, parts.filter(isOpen)), readLimited(client, parts.filter((part) => !isOpen(part)))]);
  return parts.map(({ events }) => events);
}

const startOf = ({ range: { stream, from } }: Part): Place => (from === undefined ? beginOf(stream) : { stream, revision: from });

async function readOpen(client: Asked, parts: readonly Part[]): Promise<void> {
  if (parts.length === 0) return;
  const whole = await readWhole(client, parts);
  const odd = parts.filter((part) => !whole.has(part));
  if (odd.length === 0) return;
  const { rows } = await client.query<PartRow>(sql.open(boundsOf(odd)));
  handOut(rows, odd);
}

const boundsOf = (parts: readonly Part[]): sql.Bounds => ({ lows: parts.map(startOf), highs: parts.map(({ range }) => endOf(range.stream)) });

/** What the server says where some bytes are no UTF-8, or all of them more than it can put together. */
const ODD = new Set(['22021', '54000']);

/** Reads what can be read in one row each. Answers these parts, also those that nothing is in. */
async function readWhole(client: Asked, parts: readonly Part[]): Promise<ReadonlySet<Part>> {
  const answer = await client.query<WholeRow & { readonly ordinal: number }>(sql.whole(boundsOf(parts))).catch((error: unknown) => {
    if (error instanceof DatabaseError && ODD.has(error.code ?? '')) return undefined;
    throw error;
  });
  if (answer === undefined) return new Set();
  const read = new Set(parts);
  for (const row of answer.rows) {
    const part = parts[row.ordinal - 1];
    if (part === undefined) continue;
    const events = eventsOf(row, part.range.stream);
    if (events === undefined) read.delete(part);
    else part.events = events;
  }
  return read;
}

async function readLimited(client: Asked, parts: readonly Part[]): Promise<void> {
  if (parts.length === 0) return;
  const backward = parts.map(({ range }) => range.direction === 'backward');
  const { rows } = await client.query<PartRow>(
    sql.limited({
      lows: parts.map((part, index) => (backward[index] === true ? beginOf(part.range.stream) : startOf(part))),
      highs: parts.map((part, index) => (backward[index] === true && part.range.from !== undefined ? startOf(part) : endOf(part.range.stream))),
      backward,
      counts: parts.map(({ range: { limit } }) => (limit === undefined ? ALL : BigInt(limit))),
    }),
  );
  handOut(rows, parts);
}

function handOut(rows: readonly PartRow[], parts: readonly Part[]): void {
  const events = parts.map((): RecordedEvent[] => []);
  for (const row of rows) events[row.ordinal - 1]?.push(toEvent(row));
  for (const [index, part] of parts.entries()) part.events = events[index] ?? [];
}
