import { type InstitutionId, type InstitutionName, type KeyRef, Malformed, type Private } from '../../kernel/index.js';
import { bytesOf, forAMoment } from './bytes.js';
import { fieldsOf, type Form } from './clear-fields.js';
import { type Field, type Inner, isRecord, type Json, type PrivateField } from './field.js';
import { Unreadable } from './unreadable.js';

/** An event as the domain knows it: a past-tense type and plain data. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** An event as it is stored: sealed fields are text under `sealed`. `version` is the schema version of (type, data). */
export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly data: Uint8Array;
}

/** Seals the bytes of one field of the event at hand; they are gone when it returns. */
export type Seal = (ref: KeyRef, field: string, plain: Uint8Array) => string;

/** Opens one field of the event at hand; undefined where it stays shut. */
export type Open = (ref: KeyRef, field: string, sealed: string) => Uint8Array | undefined;

/** The id of an institution that an older event calls by its name. Only whoever holds the naming key knows. */
export type IdOf = (name: InstitutionName) => InstitutionId;

type StoredJson = Readonly<Record<string, unknown>>;

/** Turns the JSON of one version into that of the next; without `idOf`, names of institutions stay as they stand. */
export type Upcaster = (json: StoredJson, idOf?: IdOf) => StoredJson;

/** One stored type: clear fields, sealed fields, the schema version written today, and what lifts each older version by one. */
export interface Schema<Data> {
  readonly version: number;
  readonly clear: { readonly [K in ClearKeys<Data>]: Field<Data[K]> };
  readonly sealed: { readonly [K in PrivateKeys<Data>]: PrivateField<Inner<NonNullable<Data[K]>>, Data> };
  /** Of sealed fields that once stood in clear, up to which version they did. In those versions alone they are read as they stand, with no key: nothing can seal them after the fact. */
  readonly onceClear?: { readonly [K in PrivateKeys<Data>]?: number };
  /** `upcasters[n]` turns the JSON of version n into that of n + 1. */
  readonly upcasters?: { readonly [version: number]: Upcaster };
  /** The first version with today's fields in today's order, where it is not today's: from it on, only what a value says has changed. */
  readonly alikeSince?: number;
}

/** What of an event's data stands in clear. */
export type ClearOf<Data> = Pick<Data, ClearKeys<Data>>;

type PrivateKeys<Data> = { [K in keyof Data]: Data[K] extends Private<unknown> ? K : never }[keyof Data];
type ClearKeys<Data> = Exclude<keyof Data, PrivateKeys<Data>>;

/** A schema for each event of a union. */
export type Schemas<E extends DomainEvent> = { readonly [T in E['type']]: Schema<Extract<E, { type: T }>['data']> };

/** A stored event with its clear fields read once. */
export interface Reading<E extends DomainEvent> {
  /** The keys that opening its sealed fields takes: of these fields only, where some are named. */
  keys(fields?: ReadonlySet<string>): readonly KeyRef[];
  /** The event; its private fields are shut where `open` is missing or answers undefined. Throws `Unreadable`. */
  event(open?: Open): E;
}

/** Both directions between an aggregate's events and their stored bytes. Pure: sealing and opening are passed in. */
export interface EventCodec<E extends DomainEvent> {
  readonly types: readonly E['type'][];
  /** The keys that sealing this event takes. */
  keysToSeal(event: E): readonly KeyRef[];
  /** Reads what is clear, and leaves the rest for later. Without `idOf`, an older event names its institutions. Throws `Unreadable`. */
  read(stored: StoredEvent, idOf?: IdOf): Reading<E>;
  /** The clear fields alone. Throws `Unreadable`. */
  clear(stored: StoredEvent): object;
  /** The same, each read when it is asked for, and not before: what cannot be read throws `Unreadable` then. Bytes that are not as `encode` writes them are read at once. */
  peek(stored: StoredEvent): object;
  /** Canonical bytes (UTF-8 JSON, fields in the schema's order, then `sealed`) and the schema version. */
  encode(event: E, seal: Seal): { readonly version: number; readonly data: Uint8Array };
  /** The event; its private fields are shut where `open` is missing or answers undefined. Throws `Unreadable`. */
  decode(stored: StoredEvent, open?: Open, idOf?: IdOf): E;
}

// Inside, schemas are handled without their types: the compiler checked each where it was declared.
interface AnySchema extends Form {
  /** The first version whose bytes begin as today's do. */
  readonly since: number;
  /** Reads clear fields off such bytes. */
  readonly fields: ReturnType<typeof fieldsOf>;
  readonly sealed: readonly (readonly [name: string, field: PrivateField<unknown, object>])[];
  /** The names of the clear fields. */
  readonly known: ReadonlySet<string>;
  readonly onceClear: ReadonlyMap<string, number>;
  readonly upcasters: Schema<object>['upcasters'];
}

interface Declared {
  readonly version: number;
  readonly clear: Readonly<Record<string, Field<unknown>>>;
  readonly sealed: Readonly<Record<string, PrivateField<unknown, object>>>;
  readonly onceClear?: Readonly<Record<string, number>>;
  readonly upcasters?: Schema<object>['upcasters'];
  readonly alikeSince?: number;
}

function listed(type: string, { version, clear, sealed, onceClear = {}, upcasters, alikeSince = version }: Declared): AnySchema {
  const form: Form = { version, clear: Object.entries(clear) };
  return {
    ...form,
    since: alikeSince,
    fields: fieldsOf(type, form),
    sealed: Object.entries(sealed),
    known: new Set(Object.keys(clear)),
    onceClear: new Map(Object.entries(onceClear)),
    upcasters,
  };
}

/** What stands in clear, what still did of the fields that are sealed now, and the sealed fields as text. */
interface Clear {
  readonly clear: object;
  readonly bare: ReadonlyMap<string, unknown>;
  readonly sealed: Readonly<Record<string, unknown>>;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Builds the codec of an aggregate from its schemas. */
export function eventCodec<E extends DomainEvent>(schemas: Schemas<E>): EventCodec<E> {
  const table = new Map<string, AnySchema>(Object.entries<unknown>(schemas).map(([type, schema]) => [type, listed(type, schema as Declared)]));
  const schemaOf = (type: string, version: number): AnySchema => {
    const schema = table.get(type);
    if (schema === undefined) throw new Unreadable(type, version);
    return schema;
  };
  return {
    types: [...table.keys()],
    keysToSeal: (event) => refs(schemaOf(event.type, 0), event.data),
    read: (stored, idOf) => reading<E>(schemaOf(stored.type, stored.version), stored, idOf),
    clear: (stored) => readClear(schemaOf(stored.type, stored.version), stored).clear,
    peek: (stored) => glimpse(schemaOf(stored.type, stored.version), stored),
    encode: (event, seal) => write(schemaOf(event.type, 0), event, seal),
    decode: (stored, open, idOf) => reading<E>(schemaOf(stored.type, stored.version), stored, idOf).event(open),
  };
}

function reading<E extends DomainEvent>(schema: AnySchema, stored: StoredEvent, idOf?: IdOf): Reading<E> {
  const read = readClear(schema, stored, idOf);
  return {
    keys: (fields) => refs(schema, read.clear, fields),
    event: (open) => ({ type: stored.type, data: readSealed(schema, read, stored, open) }) as E,
  };
}

function glimpse(schema: AnySchema, stored: StoredEvent): object {
  const { version, data } = stored;
  const isAlike = version >= schema.since && version <= schema.version;
  return (isAlike ? schema.fields(data) : undefined) ?? readClear(schema, stored).clear;
}

function refs(schema: AnySchema, data: object, only?: ReadonlySet<string>): readonly KeyRef[] {
  const keys: KeyRef[] = [];
  for (const [name, field] of schema.sealed) if (only === undefined || only.has(name)) keys.push({ owner: field.owner(data), class: field.class });
  return keys;
}

function write(schema: AnySchema, event: DomainEvent, seal: Seal): { version: number; data: Uint8Array } {
  const json: Record<string, Json> = {};
  for (const [name, field] of schema.clear) json[name] = field.write(Reflect.get(event.data, name));
  const sealed = schema.sealed.map(([name, field]) => [name, writeSealed(name, field, event.data, seal)] as const);
  if (sealed.length > 0) json['sealed'] = Object.fromEntries(sealed);
  return { version: schema.version, data: bytesOf(JSON.stringify(json)) };
}

function writeSealed(name: string, field: PrivateField<unknown, object>, data: object, seal: Seal): string {
  const held = Reflect.get(data, name) as Private<unknown>;
  if (held.kind === 'shut') return held.sealed;
  const ref: KeyRef = { owner: field.owner(data), class: field.class };
  return forAMoment(JSON.stringify(field.inner.write(held.value)).padEnd(field.inner.width ?? 0), (plain) => seal(ref, name, plain));
}

function readClear(schema: AnySchema, stored: StoredEvent, idOf?: IdOf): Clear {
  try {
    const json = lift(schema, stored, idOf);
    const sealed = json['sealed'] === undefined ? {} : json['sealed'];
    if (!isRecord(sealed)) throw new Malformed('sealed fields');
    const bare = bareFields(schema, stored.version, json);
    return { clear: clearFields(schema, json, bare), bare, sealed };
  } catch (cause) {
    throw new Unreadable(stored.type, stored.version, { cause });
  }
}

const NONE: ReadonlyMap<string, unknown> = new Map();

function bareFields({ sealed, onceClear }: AnySchema, version: number, json: StoredJson): ReadonlyMap<string, unknown> {
  if (onceClear.size === 0) return NONE;
  return new Map(sealed.filter(([name]) => version <= (onceClear.get(name) ?? 0)).map(([name, { inner }]) => [name, inner.read(json[name])]));
}

function clearFields(schema: AnySchema, json: StoredJson, bare: ReadonlyMap<string, unknown>): object {
  for (const key in json) if (key !== 'sealed' && !schema.known.has(key) && !bare.has(key)) throw new Malformed('only known fields');
  const clear: Record<string, unknown> = {};
  for (const [name, field] of schema.clear) clear[name] = field.read(json[name]);
  return clear;
}

function lift(schema: AnySchema, stored: StoredEvent, idOf?: IdOf): StoredJson {
  let json: unknown = JSON.parse(utf8.decode(stored.data));
  // A version above ours was written by a newer program: reading it by guess could turn a no into a yes.
  if (stored.version < 1 || stored.version > schema.version) throw new Malformed('a known schema version');
  for (let version = stored.version; version < schema.version; version += 1) {
    const upcast = schema.upcasters?.[version];
    if (upcast === undefined || !isRecord(json)) throw new Malformed('an upcaster');
    json = upcast(json, idOf);
  }
  if (!isRecord(json)) throw new Malformed('a record');
  return json;
}

/** All of the event's data: what is clear, and what was sealed. */
function readSealed(schema: AnySchema, { clear, bare, sealed }: Clear, stored: StoredEvent, open?: Open): object {
  const data: Record<string, unknown> = { ...clear };
  for (const [name, value] of bare) data[name] = { kind: 'open', value };
  for (const [name, field] of schema.sealed) {
    if (bare.has(name)) continue;
    const text = sealed[name];
    if (typeof text !== 'string') throw new Unreadable(stored.type, stored.version);
    const plain = open?.({ owner: field.owner(clear), class: field.class }, name, text);
    data[name] = plain === undefined ? { kind: 'shut', sealed: text } : { kind: 'open', value: field.inner.read(JSON.parse(utf8.decode(plain))) };
  }
  return data;
}
