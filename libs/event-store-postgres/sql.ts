import type { QueryConfig } from 'pg';
import type { RecordedEvent } from '../event-store/index.js';
import * as columns from './columns.js';

/** Key of the advisory lock of the log: whoever holds it is the only one who appends. One log per database, so one key. */
const LOG_LOCK = 0x78_69_6e_6d_61n;

const COLUMNS = 'e.position, e.stream, e.revision, e.id, e.type, e.data, e.metadata';

/** Opens a batch. The isolation level is named because the heads must be read in a snapshot taken *after* the lock was got, whatever the server's default is. */
export const BEGIN = 'begin isolation level read committed read write';

/** Makes the batch durable and visible. */
export const COMMIT = 'commit';

/** Waits for the log's lock; the transaction holds it to its end. */
export const LOCK: QueryConfig = { name: 'lock', text: `select pg_advisory_xact_lock(${LOG_LOCK})` };

/** Position of the newest event; null for an empty log. */
export const HEAD: QueryConfig = { name: 'head', text: 'select max(position) as position from ledger.event' };

const HEADS = `select (select max(position) from ledger.event) as position, asked.stream, head.revision
from unnest($1::text[]) as asked(stream)
left join lateral (select e.revision from ledger.event e where e.stream = asked.stream order by e.revision desc limit 1) head on true`;

const STANDING = `select e.stream, e.revision, e.id, e.position
from unnest($1::text[], $2::bigint[], $3::bigint[]) as asked(stream, low, high)
cross join lateral (select * from ledger.event e where e.stream = asked.stream and e.revision between asked.low and asked.high) e`;

const APPEND = 'select ledger.append($1, $2, $3, $4, $5, $6, $7, $8) as head';

const WHOLE = `select ${COLUMNS} from ledger.event e where e.stream = any($1::text[]) order by e.stream, e.revision`;

const RANGES = `select asked.ordinal, e.*
from unnest($1::text[], $2::bigint[], $3::boolean[], $4::bigint[]) with ordinality as asked(stream, start, backward, count, ordinal)
cross join lateral (
  (select ${COLUMNS} from ledger.event e where not asked.backward and e.stream = asked.stream and e.revision >= asked.start order by e.revision limit asked.count)
  union all
  (select ${COLUMNS} from ledger.event e where asked.backward and e.stream = asked.stream and e.revision <= asked.start order by e.revision desc limit asked.count)
) e`;

const ALL = `select ${COLUMNS} from ledger.event e where e.position > $1 order by e.position limit $2`;

const PLACES = `select ${COLUMNS} from ledger.event e where e.position = any($1::bigint[]) order by e.position`;

/** The events at these positions. */
export const places = (positions: readonly bigint[]): QueryConfig => ({ name: 'places', text: PLACES, values: [plain(positions)] });

/** Position of the log and revision of each stream. Needs at least one stream. */
export const heads = (streams: readonly string[]): QueryConfig => ({ name: 'heads', text: HEADS, values: [texts(streams)] });

/** Ids and positions of the events at `low..high` of each stream. */
export const standing = (streams: readonly string[], low: readonly bigint[], high: readonly bigint[]): QueryConfig => ({
  name: 'standing',
  text: STANDING,
  values: [texts(streams), plain(low), plain(high)],
});

/** Whole streams, forward; rows of one stream stand together in order. */
export const whole = (streams: readonly string[]): QueryConfig => ({ name: 'whole', text: WHOLE, values: [texts(streams)] });

/** Parts of streams, column by column. */
export interface Parts {
  readonly streams: readonly string[];
  readonly starts: readonly bigint[];
  readonly backward: readonly boolean[];
  readonly counts: readonly bigint[];
}

/** Parts of streams; rows carry the ordinal, from 1, of the part they belong to. */
export const parts = (asked: Parts): QueryConfig => ({
  name: 'parts',
  text: RANGES,
  values: [texts(asked.streams), plain(asked.starts), asked.backward, plain(asked.counts)],
});

/** A page of the log. */
export const page = (after: bigint, limit: number): QueryConfig => ({ name: 'page', text: ALL, values: [after, limit] });

/** An event that has to be in the log. */
export type Needed = readonly [stream: string, revision: bigint];

/** Takes the log's lock, adds events to the end of the log, and answers the position before them; null, and nothing is added, where one that they need is not there. A transaction of its own where none is open. */
export const append = (events: readonly RecordedEvent[], needed: readonly Needed[]): QueryConfig => ({
  name: 'append',
  text: APPEND,
  values: [
    columns.asciis(events.map(({ stream }) => stream)),
    columns.bigints(events.map(({ revision }) => revision)),
    columns.uuids(events.map(({ id }) => id)),
    columns.asciis(events.map(({ type }) => type)),
    columns.bytes(events.map(({ data }) => data)),
    columns.bytes(events.map(({ metadata }) => metadata)),
    columns.asciis(needed.map(([stream]) => stream)),
    columns.bigints(needed.map(([, revision]) => revision)),
  ],
});

/** A Postgres array of what needs no escaping: numbers and ids. The driver's own writing of arrays escapes every element. */
const plain = (values: readonly (bigint | number | string)[]): string => `{${values.join(',')}}`;

/** A Postgres array of names of streams or types. Hardly any needs escaping: one look at all of them tells. */
const texts = (values: readonly string[]): string | readonly string[] => {
  if (values.length === 0 || ESCAPED.test(values.join(''))) return values;
  return `{"${values.join('","')}"}`;
};

const ESCAPED = /["\\]/;
