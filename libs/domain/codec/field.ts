import { formatInstant, type Instant, type KeyClass, Malformed, parseInstant, type Private } from '../../kernel/index.js';

/** What JSON can hold and this project stores: no floats, no dates, no undefined. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** How one value is stored. `read` throws `Malformed` for anything it would not have written. */
export interface Field<T> {
  /** Of a closed set: how many characters its longest value takes as JSON. */
  readonly width?: number | undefined;
  write(value: T): Json;
  read(json: unknown): T;
}

/**
 * A sealed field: `inner` is what stands under the seal; `owner` names, from the clear fields, whose key of `class` seals it. A seal is as long as what is
 * under it, so a value of a closed set that stands there alone is padded with spaces to the width of the set: else its length would say which it is. JSON takes no notice of them,
 * with or without: what was sealed before it was padded is read alike, and needs no version of its own.
 */
export interface PrivateField<T, Data> {
  readonly class: KeyClass;
  readonly inner: Field<T>;
  owner(data: Data): string;
}

/** Text, any. */
export const text: Field<string> = {
  write: (value) => value,
  read: (json) => {
    if (typeof json !== 'string') throw new Malformed('text');
    return json;
  },
};

/** Anything that a parser admits and that is stored as its own text: ids, closed sets. */
export const parsed = <T extends string>(parse: (json: unknown) => T): Field<T> => ({ write: (value) => value, read: parse });

/** RFC 3339 in UTC. */
export const time: Field<Instant> = { write: formatInstant, read: parseInstant };

/** A whole number from 0 that a double holds exactly. */
export const count: Field<number> = {
  write: (value) => value,
  read: (json) => {
    if (typeof json !== 'number' || !Number.isSafeInteger(json) || json < 0) throw new Malformed('a count');
    return json;
  },
};

/** true or false. */
export const flag: Field<boolean> = {
  width: 'false'.length,
  write: (value) => value,
  read: (json) => {
    if (typeof json !== 'boolean') throw new Malformed('true or false');
    return json;
  },
};

/** One of a closed set of words. */
export const oneOf = <const Words extends readonly string[]>(...words: Words): Field<Words[number]> => ({
  width: Math.max(...words.map((word) => JSON.stringify(word).length)),
  write: (value) => value,
  read: (json) => {
    const word = words.find((candidate) => candidate === json);
    if (word === undefined) throw new Malformed(`one of ${words.join(', ')}`);
    return word;
  },
});

/** A value or null. */
export const nullable = <T>(inner: Field<T>): Field<T | null> => ({
  width: inner.width === undefined ? undefined : Math.max(inner.width, 'null'.length),
  write: (value) => (value === null ? null : inner.write(value)),
  read: (json) => (json === null ? null : inner.read(json)),
});

/** A list, in order. */
export const listOf = <T>(inner: Field<T>): Field<readonly T[]> => ({
  write: (values) => values.map((value) => inner.write(value)),
  read: (json) => {
    if (!Array.isArray(json)) throw new Malformed('a list');
    return json.map((item: unknown) => inner.read(item));
  },
});

/** The fields of a record; written in the order listed, read with no other key beside them. */
export type Fields<T> = { readonly [K in keyof T]-?: Field<T[K]> };

/** True for a JSON object. */
export const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> => typeof json === 'object' && json !== null && !Array.isArray(json);

/** A record. */
export const record = <T extends object>(fields: Fields<T>): Field<T> => {
  const isName = (name: string): name is keyof T & string => Object.hasOwn(fields, name);
  const each = Object.keys(fields).filter(isName);
  return {
    write: (value) => {
      const json: Record<string, Json> = {};
      for (const name of each) json[name] = fields[name].write(value[name]);
      return json;
    },
    read: (json) => {
      if (!isRecord(json)) throw new Malformed('a record');
      for (const key of Object.keys(json)) if (!Object.hasOwn(fields, key)) throw new Malformed('only known fields');
      const value: Record<string, unknown> = {};
      for (const name of each) value[name] = fields[name].read(json[name]);
      return value as T;
    },
  };
};

/** Declares a sealed field. */
export const sealedBy = <T, Data>(keyClass: KeyClass, owner: (data: Data) => string, inner: Field<T>): PrivateField<T, Data> => ({ class: keyClass, owner, inner });

/** The type under `Private`. */
export type Inner<T> = T extends Private<infer U> ? U : never;
