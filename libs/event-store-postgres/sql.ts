import type { QueryConfig } from 'pg';
import type { RecordedEvent, StreamName } from '../event-store/index.js';
import * as columns from './columns.js';
import type { Place } from './places.js';
import { writtenType } from './words.js';

/** Key of the advisory lock of the log: whoever holds it is the only one who appends. One log per database, so one key. */
const LOG_LOCK = 0x78_69_6e_6d_61n;

/** Bytes that are given as one text: less than a string can hold, by far. */
const MAX_WHOLE = 33_554_432;

const COLUMNS = `e.position, encode(e.place, 'hex') as place, e.id, e.type, e.data, e.metadata`;

/** Opens a batch. The isolation level is named because the heads must be read in a snapshot taken *after* the lock was got, whatever the server's default is. */
export const BEGIN = 'begin isolation level read committed read write';

/** Makes the batch durable and visible. */
export const COMMIT = 'commit';

/** Waits for the log's lock; the transaction holds it to its end. */
export const LOCK: QueryConfig = { name: 'lock', text: `select pg_advisory_xact_lock(${LOG_LOCK})` };

/** Position of the newest event; null for an empty log. */
export const HEAD: QueryConfig = { name: 'head', text: 'select max(position) as position from ledger.event' };

const HEADS = `select (select max(position) from ledger.event) as position, asked.ordinal::int, encode(head.place, 'hex') as place
from unnest($1::bytea[], $2::bytea[]) with ordinality as asked(low, high, ordinal)
left join lateral (select e.place from ledger.event e where e.place between asked.low and asked.high order by e.place desc limit 1) head on true`;

const STANDING = `select encode(e.place, 'hex') as place, e.id, e.position
from unnest($1::bytea[], $2::bytea[]) as asked(low, high)
cross join lateral (select * from ledger.event e where e.place between asked.low and asked.high order by e.place) e`;

const APPEND = 'select ledger.append($1, $2, $3, $4, $5, $6) as head';

// What is no number is an error.
const APPEND_OR_FAIL = `select coalesce(ledger.append($1, $2, $3, $4, $5, $6)::text, 'not there')::bigint as head`;

const OPEN = `select asked.ordinal::int, e.*
from unnest($1::bytea[], $2::bytea[]) with ordinality as asked(low, high, ordinal)
cross join lateral (select ${COLUMNS} from ledger.event e where e.place between asked.low and asked.high order by e.place) e`;

// One row for all events within bounds: a row of its own for each costs the driver more than all that is in it. Text is sent as it stands, where bytes would be escaped one by one.
const WHOLE = `select asked.ordinal::int, encode(e.positions || e.sizes || e.beside || e.places, 'hex') as heads, e.ids, e.types,
  case when octet_length(e.data) + octet_length(e.metadata) < ${MAX_WHOLE} then convert_from(e.data, 'UTF8') end as data,
  case when octet_length(e.data) + octet_length(e.metadata) < ${MAX_WHOLE} then convert_from(e.metadata, 'UTF8') end as metadata
from unnest($1::bytea[], $2::bytea[]) with ordinality as asked(low, high, ordinal)
cross join lateral (
  select string_agg(int8send(e.position), '') as positions, string_agg(int4send(octet_length(e.data)), '') as sizes, string_agg(int4send(octet_length(e.metadata)), '') as beside, string_agg(e.place, '') as places,
    string_agg(e.id::text, '') as ids, string_agg(e.type, ',') as types, string_agg(e.data, '') as data, string_agg(e.metadata, '') as metadata
  from (select e.position, e.place, e.id, e.type, e.data, e.metadata from ledger.event e where e.place between asked.low and asked.high order by e.place) e
) e
where e.ids is not null`;

const LIMITED = `select asked.ordinal::int, e.*
from unnest($1::bytea[], $2::bytea[], $3::boolean[], $4::bigint[]) with ordinality as asked(low, high, backward, count, ordinal)
cross join lateral (
  (select ${COLUMNS} from ledger.event e where not asked.backward and e.place between asked.low and asked.high order by e.place limit asked.count)
  union all
  (select ${COLUMNS} from ledger.event e where asked.backward and e.place between asked.low and asked.high order by e.place desc limit asked.count)
) e`;

const ALL = `select ${COLUMNS} from ledger.event e where e.position > $1 order by e.position limit $2`;

const AT = `select ${COLUMNS} from ledger.event e where e.position = any($1::bigint[]) order by e.position`;

/** The events at these positions. */
export const at = (positions: readonly bigint[]): QueryConfig => ({ name: 'at', text: AT, values: [plain(positions)] });

/** From and to which place, ends included: element by element. */
export interface Bounds {
  readonly lows: readonly Place[];
  readonly highs: readonly Place[];
}

/** Position of the log, and the last place within each bounds. Needs at least one. */
export const heads = ({ lows, highs }: Bounds): QueryConfig => ({ name: 'heads', text: HEADS, values: [columns.places(lows), columns.places(highs)] });

/** Ids and positions of the events within bounds. */
export const standing = ({ lows, highs }: Bounds): QueryConfig => ({ name: 'standing', text: STANDING, values: [columns.places(lows), columns.places(highs)] });

/** All events within bounds, forward; rows carry the ordinal, from 1, of the bounds that they are within, and those of one stand in order. */
export const open = ({ lows, highs }: Bounds): QueryConfig => ({ name: 'open', text: OPEN, values: [columns.places(lows), columns.places(highs)] });

/** The same, in one row for each bounds that something is within; fails, or leaves data and metadata out, where those are too long or no UTF-8: see `whole.ts`. */
export const whole = ({ lows, highs }: Bounds): QueryConfig => ({ name: 'whole', text: WHOLE, values: [columns.places(lows), columns.places(highs)] });

/** Bounds of which only so many events are wanted, maybe from their end. */
export interface Limits extends Bounds {
  readonly backward: readonly boolean[];
  readonly counts: readonly bigint[];
}

/** So many events within bounds, like `open`. */
export const limited = ({ lows, highs, backward, counts }: Limits): QueryConfig => ({
  name: 'limited',
  text: LIMITED,
  values: [columns.places(lows), columns.places(highs), backward, plain(counts)],
});

/** A page of the log. */
export const page = (after: bigint, limit: number): QueryConfig => ({ name: 'page', text: ALL, values: [after, limit] });

/** A revision of a stream that has to be in the log. */
export type Needed = readonly [stream: StreamName, revision: bigint];

/** Takes the log's lock, adds events to the end of the log, and answers the position before them; null, and nothing is added, where one that they need is not there. A transaction of its own where none is open. */
export const append = (events: readonly RecordedEvent[], needed: readonly Needed[]): QueryConfig => ({ name: 'append', text: APPEND, values: rows(events, needed) });

/** As `append`, but fails where an event that they need is not there, and so ends the transaction that is open. */
export const appendOrFail = (events: readonly RecordedEvent[], needed: readonly Needed[]): QueryConfig => ({ name: 'append-or-fail', text: APPEND_OR_FAIL, values: rows(events, needed) });

const rows = (events: readonly RecordedEvent[], needed: readonly Needed[]): Buffer[] => [
  columns.places(events),
  columns.uuids(events.map(({ id }) => id)),
  columns.asciis(events.map(({ type }) => writtenType(type))),
  columns.bytes(events.map(({ metadata }) => metadata)),
  columns.bytes(events.map(({ data }) => data)),
  columns.places(needed.map(([stream, revision]) => ({ stream, revision }))),
];

/** A Postgres array of numbers: the driver's own writing of arrays escapes every element. */
const plain = (values: readonly bigint[]): string => `{${values.join(',')}}`;
