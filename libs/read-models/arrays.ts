import type { Value } from './table.js';

type Present = Exclude<Value, null>;

/** Where a `timestamptz` counts from, in milliseconds since 1970. */
const YEAR_2000 = Date.UTC(2000, 0, 1);

/** The most bytes that UTF-8 takes for one unit of a string. */
const WIDEST = 3;

/** A type of our tables: its object id, as every Postgres has it, the most bytes that a value takes, and how it is written at a place; answers how many it took. */
interface Written {
  readonly oid: number;
  readonly most: (value: Present) => number;
  readonly write: (to: Buffer, at: number, value: Present) => number;
}

const TYPES: Readonly<Record<string, Written>> = {
  bytea: { oid: 17, most: (value) => bytesOf(value).byteLength, write: (to, at, value) => put(to, at, bytesOf(value)) },
  bigint: { oid: 20, most: () => 8, write: (to, at, value) => to.writeBigInt64BE(BigInt(String(value)), at) - at },
  integer: { oid: 23, most: () => 4, write: (to, at, value) => to.writeInt32BE(Number(value), at) - at },
  text: { oid: 25, most: (value) => WIDEST * String(value).length, write: (to, at, value) => to.write(String(value), at) },
  timestamptz: { oid: 1184, most: () => 8, write: (to, at, value) => to.writeBigInt64BE(BigInt(instantOf(value) - YEAR_2000) * 1_000n, at) - at },
  uuid: { oid: 2950, most: () => 16, write: (to, at, value) => to.write(String(value).replaceAll('-', ''), at, 'hex') },
};

/** Dimensions, whether any is null, type; then of the one dimension how many there are and what the first is called. */
const HEADER = 20;
const LENGTH = 4;
const NONE = -1;

/** A column in the server's own binary form (array_recv): nothing is escaped, nothing is read as text, bytes stay bytes. At least one value. Throws for a type that none of our tables has. */
export function arrayOf(type: string, column: readonly Value[]): Buffer {
  const written = TYPES[type];
  if (written === undefined) throw new Error(`no way to write ${type}`);
  const paper = Buffer.allocUnsafe(column.reduce<number>((sum, value) => sum + LENGTH + (value === null ? 0 : written.most(value)), HEADER));
  let at = HEADER;
  for (const value of column) {
    const length = value === null ? NONE : written.write(paper, at + LENGTH, value);
    paper.writeInt32BE(length, at);
    at += LENGTH + Math.max(length, 0);
  }
  [1, column.includes(null) ? 1 : 0, written.oid, column.length, 1].forEach((word, index) => paper.writeInt32BE(word, index * LENGTH));
  return paper.subarray(0, at);
}

function put(to: Buffer, at: number, bytes: Uint8Array): number {
  to.set(bytes, at);
  return bytes.byteLength;
}

function bytesOf(value: Present): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new TypeError('not bytes');
  return value;
}

function instantOf(value: Present): number {
  if (!(value instanceof Date)) throw new TypeError('not an instant');
  return value.getTime();
}
