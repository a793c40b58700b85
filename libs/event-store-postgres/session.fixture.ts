// A Postgres that is none: what `sql.ts` asks is answered from memory, so that suites need no server. That it answers as Postgres does has cases: test/contract/event-store-postgres-double.spec.ts.
import { isUtf8 } from 'node:buffer';
import { DatabaseError, type QueryConfig, type QueryResultRow } from 'pg';
import type { RecordedEvent } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';
import { type Answered, type Asked, Line } from './line.js';
import { placeOf } from './places.js';
import type { EventRow } from './rows.js';
import { writtenType } from './words.js';

/** What goes wrong with a statement: it is answered by an error, instead of being carried out or after it was. An error that is none of the server's ends the session. */
export type Mishap = { readonly instead: Error } | { readonly after: Error };

/** An error as the server says it. */
export const said = (code: string): DatabaseError => Object.assign(new DatabaseError('as the server says it', 1, 'error'), { code });

interface Result {
  readonly rows: readonly object[];
  readonly command: string;
}

/** The elements of an array in the server's binary form, in hexadecimal. */
export function elements(column: unknown): readonly string[] {
  if (!Buffer.isBuffer(column)) throw new TypeError('no array in binary form');
  if (column.readInt32BE(0) === 0) return [];
  let at = 20;
  return Array.from({ length: column.readInt32BE(12) }, () => {
    const from = at + 4;
    at = from + column.readInt32BE(at);
    return column.toString('hex', from, at);
  });
}

const uuid = (hex: string): EventId => EventId(hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));

function numbers(array: unknown): readonly bigint[] {
  const all = String(array) === '{}' ? [] : String(array).slice(1, -1).split(',').map(BigInt);
  if (all.some((number) => number >= 2n ** 63n)) throw said('22003');
  return all;
}

const bytesOf = (hex: string | undefined): Buffer => Buffer.from(hex ?? '', 'hex');
const int = (value: bigint | number, bytes: number): string => BigInt(value).toString(16).padStart(2 * bytes, '0');
const byPlace = (one: EventRow, other: EventRow): number => (one.place < other.place ? -1 : 1);

/** The table of the log, and how each statement is answered from it. */
class Table {
  constructor(
    readonly rows: readonly EventRow[],
    private readonly server: PostgresDouble,
  ) {}

  get head(): bigint | null {
    return this.rows.at(-1)?.position ?? null;
  }

  within(low = '', high = ''): readonly EventRow[] {
    return this.rows.filter(({ place }) => low <= place && place <= high).toSorted(byPlace);
  }

  bounds([lows, highs]: readonly unknown[]): readonly (readonly EventRow[])[] {
    const ends = elements(highs);
    return elements(lows).map((low, index) => this.within(low, ends[index]));
  }

  whole(rows: readonly EventRow[]): object {
    const [data, metadata] = [Buffer.concat(rows.map((row) => row.data)), Buffer.concat(rows.map((row) => row.metadata))];
    const fits = data.length + metadata.length < this.server.mostWhole;
    // Text of the server holds no zero byte.
    if (fits && [data, metadata].some((bytes) => !isUtf8(bytes) || bytes.includes(0))) throw said('22021');
    const heads = [...rows.map(({ position }) => int(position, 8)), ...rows.map((row) => int(row.data.length, 4)), ...rows.map((row) => int(row.metadata.length, 4)), ...rows.map(({ place }) => place)];
    const given = fits ? { data: data.toString(), metadata: metadata.toString() } : { data: null, metadata: null };
    return { heads: heads.join(''), ids: rows.map(({ id }) => id).join(''), types: rows.map(({ type }) => type).join(','), ...given };
  }

  limited([lows, highs, backward, counts]: readonly unknown[]): readonly object[] {
    const [most, isBackward] = [numbers(counts), backward as readonly boolean[]];
    return numbered(this.bounds([lows, highs]).map((rows, index) => (isBackward[index] === true ? rows.toReversed() : rows).filter((_, nth) => BigInt(nth) < (most[index] ?? 0n))));
  }

  /** The rows with these behind them; undefined where one is missing that they need. */
  with([places, ids, types, metadata, data, needed]: readonly unknown[]): Table | undefined {
    if (elements(needed).some((place) => this.within(place, place).length === 0)) return undefined;
    const [newIds, newTypes, newMetadata, newData] = [ids, types, metadata, data].map(elements);
    const added = elements(places).map((place, index): EventRow => ({
      position: (this.head ?? 0n) + BigInt(index + 1),
      place,
      id: uuid(newIds?.[index] ?? ''),
      type: bytesOf(newTypes?.[index]).toString(),
      data: bytesOf(newData?.[index]),
      metadata: bytesOf(newMetadata?.[index]),
    }));
    const rows = [...this.rows, ...added];
    if (new Set(rows.map(({ place }) => place)).size < rows.length) throw said('23505');
    return new Table(rows, this.server);
  }
}

const numbered = (parts: readonly (readonly EventRow[])[]): readonly object[] => parts.flatMap((rows, index) => rows.map((row) => ({ ordinal: index + 1, ...row })));

type Reads = Readonly<Record<string, (table: Table, values: readonly unknown[]) => readonly object[]>>;

const READS: Reads = {
  head: (table) => [{ position: table.head }],
  heads: (table, values) => table.bounds(values).map((rows, index) => ({ position: table.head, ordinal: index + 1, place: rows.at(-1)?.place ?? null })),
  standing: (table, values) => table.bounds(values).flat().map(({ place, id, position }) => ({ place, id, position })),
  open: (table, values) => numbered(table.bounds(values)),
  whole: (table, values) => table.bounds(values).flatMap((rows, index) => (rows.length === 0 ? [] : [{ ordinal: index + 1, ...table.whole(rows) }])),
  limited: (table, values) => table.limited(values),
  page: ({ rows }, [after, limit]) => rows.filter(({ position }) => position > Number(after)).slice(0, Number(limit)),
  at: ({ rows }, [positions]) => rows.filter(({ position }) => numbers(positions).includes(position)),
  lock: () => [{ pg_advisory_xact_lock: '' }],
};

/** The server. */
export class PostgresDouble {
  /** Statements that arrived, by their names, and what went with them. */
  readonly asked: { readonly name: string; readonly values: readonly unknown[] }[] = [];
  mishap: (name: string) => Mishap | undefined = () => undefined;
  /** Nothing is answered before this is. */
  answering: Promise<unknown> = Promise.resolve();
  /** From so many bytes on a stream is not given as one row. */
  mostWhole = 33_554_432;
  table: Table;

  constructor(events: readonly RecordedEvent[] = []) {
    this.table = new Table(
      events.map((event) => ({ position: event.position, place: placeOf(event), id: event.id, type: writtenType(event.type), data: Buffer.from(event.data), metadata: Buffer.from(event.metadata) })),
      this,
    );
  }

  get names(): readonly string[] {
    return this.asked.map(({ name }) => name);
  }
}

/** One session: what is asked is carried out as it comes, and answered later. */
export class SessionDouble {
  #before: Table | undefined;
  #isFailed = false;
  #lost: Error | undefined;

  constructor(private readonly server: PostgresDouble) {}

  /** Rows are what Postgres gives for the same statement: the cases compare them. */
  async query<Row extends QueryResultRow>(asked: string | QueryConfig): Promise<Answered<Row>> {
    const { name = '', values = [] } = typeof asked === 'string' ? { name: asked.split(' ')[0] } : asked;
    this.server.asked.push({ name, values });
    const mishap = this.server.mishap(name);
    const answer = this.#answer(name, values, mishap);
    await this.server.answering;
    const { rows, command } = answer();
    return { rows: [...rows] as Row[], command };
  }

  #answer(name: string, values: readonly unknown[], mishap: Mishap | undefined): () => Result {
    try {
      if (this.#lost !== undefined) throw this.#lost;
      if (mishap !== undefined && 'instead' in mishap) throw mishap.instead;
      const result = this.#carryOut(name, values);
      if (mishap !== undefined) throw mishap.after;
      return () => result;
    } catch (error) {
      this.#fail(error, name);
      return () => {
        throw error;
      };
    }
  }

  #fail(error: unknown, name: string): void {
    const isLost = !(error instanceof DatabaseError);
    if (isLost) this.#lost = error as Error;
    if (isLost || name === 'commit') this.#end('ROLLBACK');
    else this.#isFailed = this.#before !== undefined;
  }

  #carryOut(name: string, values: readonly unknown[]): Result {
    if (name === 'commit') return this.#end(this.#isFailed ? 'ROLLBACK' : 'COMMIT');
    if (this.#isFailed) throw said('25P02');
    if (name === 'begin') {
      this.#before = this.server.table;
      return { rows: [], command: 'BEGIN' };
    }
    if (name === 'append' || name === 'append-or-fail') return this.#append(name, values);
    const read = READS[name];
    if (read === undefined) throw new Error(`nobody asks a server for ${name}`);
    return { rows: read(this.server.table, values), command: 'SELECT' };
  }

  #append(name: string, values: readonly unknown[]): Result {
    const { head } = this.server.table;
    const table = this.server.table.with(values);
    if (table === undefined && name === 'append-or-fail') throw said('22P02');
    this.server.table = table ?? this.server.table;
    return { rows: [{ head: table === undefined ? null : (head ?? 0n) }], command: 'SELECT' };
  }

  #end(command: string): Result {
    if (command === 'ROLLBACK' && this.#before !== undefined) this.server.table = this.#before;
    [this.#before, this.#isFailed] = [undefined, false];
    return { rows: [], command };
  }
}

/** A line to it, which keeps no time. */
export class LineDouble extends Line {
  readonly waited: number[] = [];
  closed = false;
  busy = 0;
  #session: SessionDouble | undefined;

  constructor(private readonly server: PostgresDouble) {
    super({}, { name: 'double', statementTimeout: 0 });
  }

  override get toDo(): number {
    return this.busy;
  }

  override async within<T>(milliseconds: number, work: (client: Asked) => Promise<T>): Promise<T> {
    this.waited.push(milliseconds);
    this.busy += 1;
    const session = (this.#session ??= new SessionDouble(this.server));
    try {
      return await work(session);
    } catch (error) {
      this.#session = undefined;
      this.cuts += 1;
      throw error;
    } finally {
      this.busy -= 1;
    }
  }

  override async close(): Promise<void> {
    this.closed = true;
  }
}
