import type { ClearDataOf, EventType } from './events.js';
import type { Copy } from './entities.js';
import { type EntityClass, type Row, type Table, tableOf } from './table.js';

/** What one event does to one row: from what stands there (undefined: nothing) to what will (undefined: nothing). Pure; the same row again changes nothing. */
export interface Touch<R> {
  readonly key: string;
  /** True where the row is replaced or goes, whatever stood there: then nobody has to load it. */
  readonly blind?: boolean;
  evolve(row: R | undefined): R | undefined;
}

/** What a table makes of each type of event that it reads; `copy` is the event as it was appended. */
export type Handlers<R> = { readonly [T in EventType]?: (data: ClearDataOf<T>, copy: Copy) => Touch<R> | undefined };

/** A table whose row follows from another table's row with the same key. */
export interface Derived {
  readonly table: Table;
  readonly from: (row: Row) => Row | undefined;
}

/** A table, the events it reads and what they do to its rows. */
export interface Projection {
  readonly table: Table;
  readonly types: ReadonlySet<string>;
  /** True where a row is made by one event and never looked at by a later one: nothing is loaded. */
  readonly writeOnce: boolean;
  readonly derived: Derived | undefined;
  touch(type: string, data: object, copy: Copy): Touch<Row> | undefined;
}

/** The options of a projection. `derived`: a table whose rows follow from this one's. */
export interface ProjectionOptions<R> {
  readonly writeOnce?: boolean;
  readonly derived?: { readonly entity: EntityClass<object>; readonly from: (row: R) => object | undefined };
}

/** Declares a projection; here its rows lose their types, which the compiler has checked in `handlers`. */
export function projection<R extends object>(entity: EntityClass<R>, handlers: Handlers<R>, { writeOnce = false, derived }: ProjectionOptions<R> = {}): Projection {
  type Handle = (data: object, copy: Copy) => Touch<Row> | undefined;
  const table = new Map(Object.entries<unknown>(handlers).map(([type, handler]) => [type, handler as Handle]));
  return {
    table: tableOf(entity),
    types: new Set(table.keys()),
    writeOnce,
    derived: derived && { table: tableOf(derived.entity), from: (row) => derived.from(row as R) as Row | undefined },
    touch: (type, data, copy) => table.get(type)?.(data, copy),
  };
}

/** Puts a row, whatever stood there. */
export const put = <R>(key: string, row: R): Touch<R> => ({ key, blind: true, evolve: () => row });

/** Takes a row away. */
export const remove = (key: string): Touch<never> => ({ key, blind: true, evolve: () => undefined });

/** Changes a row that is there: it is plain data, whatever its entity's class promises. */
export const change = <R>(key: string, onto: (row: Pick<R, keyof R>) => R): Touch<R> => ({ key, evolve: (row) => (row === undefined ? undefined : onto(row)) });
