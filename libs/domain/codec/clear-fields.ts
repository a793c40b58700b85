import type { Field } from './field.js';
import { Unreadable } from './unreadable.js';

const [QUOTE, BACKSLASH, SPACE, TILDE, END] = [0x22, 0x5c, 0x20, 0x7e, 0x7d];
const bytesFor = (text: string): Uint8Array => new TextEncoder().encode(text);
const NULL = bytesFor('null');
const TRUE = bytesFor('true');
const FALSE = bytesFor('false');

/** How canonical bytes go on behind the clear fields. No text in JSON holds it: its quotes would be escaped. */
const SEALED = bytesFor(',"sealed":{');

/** How bytes of a type begin that are written today: the schema version, and the clear fields in their order. */
export interface Form {
  readonly version: number;
  readonly clear: readonly (readonly [name: string, field: Field<unknown>])[];
}

/** Where the values of an event's fields begin and end, a pair each. */
type Places = readonly number[];

/**
 * Reads the clear fields off the bytes of events of one type, each where somebody asks for it: most are asked for few. Undefined for bytes that are not as they are usually written, with these fields in this
 * order, plain texts, `null`, `true` and `false` for values: whoever parses JSON may make something of them. A field that cannot be read throws `Unreadable` when it is asked for.
 */
export function fieldsOf(type: string, { version, clear }: Form): (bytes: Uint8Array) => object | undefined {
  const keys = clear.map(([name], index) => bytesFor(`${index === 0 ? '{' : ','}"${name}":`));
  class Fields extends Clear {}
  clear.forEach(([name, field], index) => {
    const get = function (this: Fields): unknown {
      try {
        return field.read(this.value(index));
      } catch (cause) {
        throw new Unreadable(type, version, { cause });
      }
    };
    Object.defineProperty(Fields.prototype, name, { get, enumerable: true });
  });
  return (bytes) => {
    const places = placesOf(bytes, keys);
    return places === undefined ? undefined : new Fields(bytes, places);
  };
}

class Clear {
  readonly #bytes: Uint8Array;
  readonly #places: Places;
  #text: string | undefined;

  constructor(bytes: Uint8Array, places: Places) {
    this.#bytes = bytes;
    this.#places = places;
  }

  value(field: number): string | boolean | null {
    const [from, to] = [this.#places[2 * field] ?? 0, this.#places[2 * field + 1] ?? 0];
    // One text, of which the others are parts: each of its own would be another call of Node's.
    const text = (this.#text ??= asciiOf(this.#bytes, this.#places.at(-1)));
    if (this.#bytes[from] === QUOTE) return text.slice(from + 1, to - 1);
    return holds(this.#bytes, from, NULL) ? null : holds(this.#bytes, from, TRUE);
  }
}

// Not the platform's decoder: a rebuild does this once an event, and is slower by it.
const asciiOf = (bytes: Uint8Array, end: number | undefined): string => (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).toString('latin1', 0, end);

function placesOf(bytes: Uint8Array, keys: readonly Uint8Array[]): Places | undefined {
  const places: number[] = [];
  let at = 0;
  for (const key of keys) {
    const from = at + key.length;
    const to = holds(bytes, at, key) ? endOf(bytes, from) : undefined;
    if (to === undefined) return undefined;
    places.push(from, to);
    at = to;
  }
  return holds(bytes, at, SEALED) || (bytes[at] === END && at === bytes.length - 1) ? places : undefined;
}

/** Where a value ends. */
function endOf(bytes: Uint8Array, from: number): number | undefined {
  if (bytes[from] === QUOTE) return endOfText(bytes, from + 1);
  if (holds(bytes, from, NULL) || holds(bytes, from, TRUE)) return from + NULL.length;
  return holds(bytes, from, FALSE) ? from + FALSE.length : undefined;
}

/** Behind the quote that ends a text which is written as it reads: printable ASCII, nothing escaped. */
function endOfText(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) return at + 1;
    if (byte < SPACE || byte > TILDE || byte === BACKSLASH) return undefined;
  }
  return undefined;
}

function holds(bytes: Uint8Array, at: number, part: Uint8Array): boolean {
  for (let index = 0; index < part.length; index += 1) if (bytes[at + index] !== part[index]) return false;
  return true;
}
