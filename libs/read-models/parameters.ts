import type { Value } from './table.js';

/** Columns of rows on their way into one statement: an array each, and all bytes as one parameter, cut apart by the server. */
export class Parameters {
  readonly values: unknown[] = [];
  private readonly arrays: string[] = [];

  /** Adds a column; answers the expression that yields it, row by row. */
  column(type: string, column: readonly Value[]): string {
    return type === 'bytea' ? this.bytes(column) : this.array(type, column);
  }

  /** What the rows are selected from. */
  get source(): string {
    const names = this.arrays.map((_array, index) => `c${index}`);
    return `unnest(${this.arrays.join(', ')}) AS n (${names.join(', ')})`;
  }

  private array(type: string, column: readonly Value[]): string {
    this.values.push(PLAIN.has(type) ? plain(column) : column);
    this.arrays.push(`$${this.values.length}::${type}[]`);
    return `n.c${this.arrays.length - 1}`;
  }

  /** An array of bytea would be written and parsed as hexadecimal text. */
  private bytes(column: readonly Value[]): string {
    const parts = column.map((value) => (value instanceof Uint8Array ? value : null));
    let length = 0;
    const starts = parts.map((part) => (length += part?.byteLength ?? 0) - (part?.byteLength ?? 0));
    this.values.push(Buffer.concat(parts.filter((part) => part !== null), length));
    const whole = `$${this.values.length}::bytea`;
    const [start, count] = [this.array('integer', starts), this.array('integer', parts.map((part) => part?.byteLength ?? null))];
    return `substring(${whole} from ${start} + 1 for ${count})`;
  }
}

/** Types whose values need no escaping: the driver looks at each character of every element. */
const PLAIN: ReadonlySet<string> = new Set(['bigint', 'integer', 'uuid']);

const plain = (column: readonly Value[]): string => `{${column.map((value) => (value === null ? 'NULL' : String(value))).join(',')}}`;
