import type { Row, Table, Value } from '../table.js';
import { FRAME } from './copy-in.js';

/** Where a `timestamptz` counts from, in milliseconds since 1970. */
const YEAR_2000 = Date.UTC(2000, 0, 1);

const TWO_32 = 2 ** 32;

type Present = Exclude<Value, null>;

/** How a value of a type is written. */
const WRITERS: Readonly<Record<string, (to: BinaryRows, value: Present) => void>> = {
  bigint: writeWhole,
  integer: (to, value) => to.int(Number(value)),
  text: (to, value) => to.text(String(value)),
  uuid: (to, value) => to.uuid(String(value)),
  bytea: (to, value) => to.bytes(of(value, Uint8Array)),
  timestamptz: (to, value) => to.long((of(value, Date).getTime() - YEAR_2000) * 1_000),
};

/** Longer texts than this are left to Node. */
const SHORT = 64;

const [DASH, ASCII] = [0x2d, 0x7f];

/** Rows of one table as `COPY ... (FORMAT binary)` takes them, a piece at a time. */
export class BinaryRows {
  #bytes: Buffer = Buffer.alloc(0);
  #view = viewOf(this.#bytes);
  #at = 0;
  readonly #columns: readonly (readonly [property: string, write: (to: BinaryRows, value: Present) => void])[];

  /** `paper`: what to write on; more is taken where it is too small. Throws for a column of a type that none of our tables has. */
  constructor(
    table: Table,
    private readonly paper: () => Buffer,
  ) {
    this.#columns = table.columns.map(({ property, type }) => {
      const write = WRITERS[type];
      if (write === undefined) throw new Error(`no way to write ${type}`);
      return [property, write];
    });
    this.#begin();
  }

  /** How many bytes there are. */
  get length(): number {
    return this.#at;
  }

  /** Whether there is no row. */
  get isEmpty(): boolean {
    return this.#at === FRAME;
  }

  /** Adds a row. Throws for a value that its column's type does not take. */
  add(row: Row): void {
    this.#room(2);
    this.#view.setInt16(this.#at, this.#columns.length);
    this.#at += 2;
    for (const [property, write] of this.#columns) {
      const value = row[property];
      if (value === null || value === undefined) this.#count(-1);
      else write(this, value);
    }
  }

  /** All of it behind `FRAME` free bytes, at the beginning of the paper it is on, and begins on another. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#at);
    this.#begin();
    return taken;
  }

  /** Four bytes. */
  int(value: number): void {
    this.#count(4);
    this.#count(value);
  }

  /** Eight bytes, of any whole number that they hold. */
  big(value: bigint): void {
    if (BigInt.asIntN(64, value) !== value) throw new RangeError('a number past 2^63');
    this.#count(8);
    this.#room(8);
    this.#view.setBigInt64(this.#at, value);
    this.#at += 8;
  }

  /** Eight bytes, of a whole number that a double holds. */
  long(value: number): void {
    if (!Number.isSafeInteger(value)) throw new RangeError('a number past 2^53');
    this.#count(8);
    const high = Math.floor(value / TWO_32);
    this.#count(high);
    this.#room(4);
    this.#view.setUint32(this.#at, value - high * TWO_32);
    this.#at += 4;
  }

  /** Bytes. */
  bytes(value: Uint8Array): void {
    this.#count(value.byteLength);
    this.#room(value.byteLength);
    this.#bytes.set(value, this.#at);
    this.#at += value.byteLength;
  }

  /** Text as UTF-8. */
  text(value: string): void {
    this.#room(4 + value.length * 3);
    const written = value.length > SHORT ? undefined : this.#ascii(value);
    const length = written ?? this.#bytes.write(value, this.#at + 4);
    this.#view.setInt32(this.#at, length);
    this.#at += 4 + length;
  }

  /** The sixteen bytes of a UUID in lower case. */
  uuid(value: string): void {
    this.#count(16);
    this.#room(16);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let index = 0; index < value.length; index += 2) {
      if (value.charCodeAt(index) === DASH) index += 1;
      bytes[at++] = (nibble(value.charCodeAt(index)) << 4) | nibble(value.charCodeAt(index + 1));
    }
    this.#at = at;
  }

  #begin(): void {
    this.#bytes = this.paper();
    this.#view = viewOf(this.#bytes);
    this.#at = 0;
    this.#room(FRAME);
    this.#at = FRAME;
  }

  /** How long the text is, written where its bytes belong; undefined where it is not all ASCII. A call of Node's costs more than a few characters. */
  #ascii(value: string): number | undefined {
    const bytes = this.#bytes;
    const from = this.#at + 4;
    for (let index = 0; index < value.length; index += 1) {
      const code = value.charCodeAt(index);
      if (code > ASCII) return undefined;
      bytes[from + index] = code;
    }
    return value.length;
  }

  #count(value: number): void {
    this.#room(4);
    this.#view.setInt32(this.#at, value);
    this.#at += 4;
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#at + bytes));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
    this.#view = viewOf(larger);
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** Nearly every one is small, and a bigint costs more than all else about it. */
function writeWhole(to: BinaryRows, value: Present): void {
  const number = Number(value);
  if (Number.isSafeInteger(number)) to.long(number);
  else to.big(BigInt(String(value)));
}

const nibble = (code: number): number => (code < 0x3a ? code - 0x30 : code - 0x57);

function of<T>(value: Value, kind: abstract new (...args: never[]) => T): T {
  if (!(value instanceof kind)) throw new TypeError(`not a ${kind.name}`);
  return value;
}
