/** JSON Schema, as far as our descriptions use it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly [keyword: string]: unknown;
}

/** Follows a reference in its own description. */
export type Follow = (schema: Schema) => Schema;

/** A schema with the description that its references are of. */
export interface Placed {
  readonly schema: Schema;
  readonly follow: Follow;
}

/**
 * Why some value of the schema `every` is none of `fits`; nothing where each is. `lenient`: `every` is what will be answered and `fits` what a client reads, who
 * passes over fields that it does not know and misses those that are gone.
 */
export function misfits(every: Placed, fits: Placed, at: string, lenient: boolean): readonly string[] {
  const [one, other] = [alternatives(every), alternatives(fits)];
  if (one.length === 1 && other.length === 1) return plain({ ...every, schema: one[0] ?? {} }, { ...fits, schema: other[0] ?? {} }, at, lenient);
  return one.flatMap((schema) => {
    const tries = other.map((wider) => plain({ ...every, schema }, { ...fits, schema: wider }, at, lenient));
    return tries.some((reasons) => reasons.length === 0) ? [] : (tries.toSorted((a, b) => b.length - a.length)[0] ?? []);
  });
}

/** What a schema lets a value be: each alternative, with references followed. */
function alternatives({ schema, follow }: Placed): readonly Schema[] {
  const { anyOf, ...rest } = follow(schema);
  return anyOf === undefined ? [rest] : anyOf.map((one) => follow(one));
}

function plain(every: Placed, fits: Placed, at: string, lenient: boolean): readonly string[] {
  const [a, b] = [every.schema, fits.schema];
  const strange = typesOf(a).filter((type) => !typesOf(b).includes(type) && !(type === 'integer' && typesOf(b).includes('number')));
  if (typesOf(b).length > 0 && (strange.length > 0 || typesOf(a).length === 0)) return [`${at}: type ${strange.join(', ') || 'any'}`];
  return [...values(a, b, at), ...limits(a, b, at), ...objects(every, fits, at, lenient), ...lists(every, fits, at, lenient)];
}

const typesOf = ({ type }: Schema): readonly string[] => (type === undefined ? [] : [type].flat());

function values(a: Schema, b: Schema, at: string): readonly string[] {
  if (b.enum === undefined) return [];
  if (a.enum === undefined) return [`${at}: any value, not those of a set`];
  const strange = a.enum.filter((value) => b.enum?.includes(value) === false);
  return strange.map((value) => `${at}: value ${JSON.stringify(value)}`);
}

const LEAST = ['minLength', 'minimum', 'minItems'] as const;
const MOST = ['maxLength', 'maximum', 'maxItems'] as const;
const SAME = ['pattern', 'format'] as const;

const number = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

const limits = (a: Schema, b: Schema, at: string): readonly string[] => [
  ...LEAST.filter((limit) => number(a[limit], -Infinity) < number(b[limit], -Infinity)).map((limit) => `${at}: ${limit}`),
  ...MOST.filter((limit) => number(a[limit], Infinity) > number(b[limit], Infinity)).map((limit) => `${at}: ${limit}`),
  ...SAME.filter((word) => b[word] !== undefined && a[word] !== b[word]).map((word) => `${at}: ${word}`),
];

function objects(every: Placed, fits: Placed, at: string, lenient: boolean): readonly string[] {
  const [had, has] = [every.schema.properties ?? {}, fits.schema.properties ?? {}];
  const odd = lenient ? gone(every.schema, fits.schema) : unknown(every.schema, fits.schema);
  const inside = Object.entries(had).flatMap(([name, schema]) => within(schema, has[name], every, fits).flatMap(([one, other]) => misfits(one, other, `${at}.${name}`, lenient)));
  return [...missing(every.schema, fits.schema), ...odd].map((reason) => `${at}.${reason}`).concat(inside);
}

const names = ({ properties = {} }: Schema): readonly string[] => Object.keys(properties);

function missing(a: Schema, b: Schema): readonly string[] {
  const there = new Set(a.required);
  return (b.required ?? []).filter((name) => !there.has(name)).map((name) => `${name}: is not always there`);
}

/** Fields that are sent and not taken. */
function unknown(a: Schema, b: Schema): readonly string[] {
  if (b.additionalProperties !== false) return [];
  const known = new Set(names(b));
  const open = a.properties !== undefined && a.additionalProperties !== false ? ['*: fields of any name'] : [];
  return [...open, ...names(a).filter((name) => !known.has(name)).map((name) => `${name}: field`)];
}

/** Fields that are read and not answered any more; of those that were always there `missing` says it. */
function gone(a: Schema, b: Schema): readonly string[] {
  const said = new Set([...names(a), ...(b.required ?? [])]);
  return names(b).filter((name) => !said.has(name)).map((name) => `${name}: field`);
}

/** The two schemas of one place, where both have it. */
const within = (a: Schema | undefined, b: Schema | undefined, every: Placed, fits: Placed): readonly (readonly [Placed, Placed])[] =>
  a === undefined || b === undefined ? [] : [[{ ...every, schema: a }, { ...fits, schema: b }]];

const lists = (every: Placed, fits: Placed, at: string, lenient: boolean): readonly string[] =>
  within(every.schema.items, fits.schema.items, every, fits).flatMap(([one, other]) => misfits(one, other, `${at}[]`, lenient));
