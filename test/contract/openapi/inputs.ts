import fc from 'fast-check';

type Schema = Readonly<Record<string, unknown>>;

const TIMES = [
  '2026-11-23T08:00:00Z', '2026-11-23T08:00:00.123456789Z', '2026-11-23T08:00:00.1234567890Z', '2026-11-23T08:00:00+08:00', '2026-11-23T08:00:00-00:00', '2026-11-23T08:00:00+24:00',
  '2026-11-23T08:00:00+0800', '2026-11-23T08:00:00+08', '2026-11-23T08:00:00', '2026-11-23T08:00Z', '2026-11-23t08:00:00z', '2026-11-23 08:00:00Z', '2026-11-23T24:00:00Z', '2026-11-23T23:59:60Z',
  '2016-12-31T23:59:60Z', '2026-02-29T00:00:00Z', '2024-02-29T00:00:00Z', '1900-02-29T00:00:00Z', '0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '0001-01-01T00:00:00+00:01', '0001-01-01T00:00:00-08:00', '9999-12-31T12:00:00+08:00', '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59-00:01', '9999-12-31T23:59:59-0001', '10000-01-01T00:00:00Z', '+002026-11-23T08:00:00Z', '2026-11-23T08:00:00.Z', '2026-11-23T08:00:00,5Z', ' 2026-11-23T08:00:00Z', '2026-11-23T08:00:00Z\n', '2026-11-23',
] as const;
const DATES = ['2026-11-23', '2026-02-29', '2024-02-29', '1900-02-29', '2000-02-29', '0000-02-29', '9999-12-31', '2026-13-01', '2026-00-10', '2026-1-1', '20261123', '2026-11-23T00:00:00Z', '2026-11-31', '2026-W48-1', '２０２６-11-23', '2026-11-23\n'] as const;

/** Texts that are read differently by whoever is careless: marks that join, pairs, normal forms, directions, controls, blanks. */
const ODD = ['', ' ', 'a', 'e\u0301', '\u00e9', '\u2764\uFE0F', '\uFE0F\uFE0F', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}', '\u{20BB7}', '\ud800', '\udc00a', '\u202Ea', 'a\u0000', '\n', '\u00a0', 'null', 'true', '1', '[]', 'ﬁ', 'İ'] as const;

const number = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** Texts around the lengths that are allowed, in letters that count differently. */
function lengths({ minLength, maxLength }: Schema): readonly string[] {
  const counts = [number(minLength, 1) - 1, number(minLength, 1), number(maxLength, 40), number(maxLength, 40) + 1].filter((count) => count >= 0);
  return counts.flatMap((count) => ['a', '\u{20BB7}', '\u2764\uFE0F', 'e\u0301'].map((letter) => Array.from(letter.repeat(count)).slice(0, count).join('')));
}

/** A pattern that begins with what it excludes, whole: `^(?!what$)rest`. */
const EXCLUDING = /^\^\(\?!([^()]+\$)\)(.+)$/;

/** Texts that match, where a pattern can be turned into some; of one that excludes something, also what it excludes. */
function matching(pattern: unknown): readonly fc.Arbitrary<string>[] {
  if (typeof pattern !== 'string') return [];
  const [, excluded, rest] = EXCLUDING.exec(pattern) ?? [];
  const parts = excluded === undefined || rest === undefined ? [pattern] : [`^${excluded}`, `^${rest}`];
  return parts.filter((part) => !/\\p|\(\?!/.test(part)).map((part) => fc.stringMatching(new RegExp(part)));
}

const text = (schema: Schema, example: unknown): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(example) }, ...matching(schema['pattern']), fc.constantFrom(...lengths(schema)), fc.string({ unit: 'binary', maxLength: 5 }));

function whole({ minimum, maximum }: Schema): fc.Arbitrary<unknown> {
  const [least, most] = [number(minimum, -5), number(maximum, 100)];
  return fc.constantFrom(least, least - 1, least + 1, most, most + 1, most - 1, -0, 0.5, least + 0.5, 2 ** 53, Infinity, -Infinity);
}

const BY_FORMAT: Readonly<Record<string, readonly string[]>> = { 'date-time': TIMES, date: DATES };

const list = (items: Schema, example: unknown, most: unknown): fc.Arbitrary<unknown> => fc.array(near(items, Array.isArray(example) ? example[0] : undefined), { maxLength: number(most, 2) + 1 });

function scalar(schema: Schema, example: unknown): fc.Arbitrary<unknown> {
  const { format } = schema;
  const known = typeof format === 'string' ? BY_FORMAT[format] : undefined;
  if (known !== undefined) return fc.oneof(fc.constant(example), fc.constantFrom(...known), fc.date({ noInvalidDate: true }).map((date) => date.toISOString()));
  if (schema['type'] === 'integer') return whole(schema);
  return schema['type'] === 'boolean' ? fc.boolean() : text(schema, example);
}

/** Values that are taken, most of them, or missed by one. */
export function near(schema: Schema, example: unknown): fc.Arbitrary<unknown> {
  const { enum: values, properties, items, maxItems } = schema;
  if (Array.isArray(values)) return fc.constantFrom(...(values as readonly unknown[]), String(values[0]).toUpperCase(), `${String(values[0])} `);
  if (typeof properties === 'object') return fields(properties as Readonly<Record<string, Schema>>, example);
  return typeof items === 'object' ? list(items as Schema, example, maxItems) : scalar(schema, example);
}

const exampleAt = (example: unknown, name: string): unknown => (typeof example === 'object' && example !== null ? Reflect.get(example, name) : undefined);

const fields = (properties: Readonly<Record<string, Schema>>, example: unknown): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, fc.oneof({ weight: 4, arbitrary: fc.constant(exampleAt(example, name)) }, near(schema, exampleAt(example, name)))])));

/** Something else in a field's place; `twice` is written twice in the text. */
export type Slip = { readonly how: 'replace'; readonly by: unknown } | { readonly how: 'drop' | 'add' | 'list' | 'quote' | 'twice' };

const OTHERS: readonly unknown[] = [null, true, false, 0, -0, 1, 1.5, Infinity, [], {}, ['x'], [{}], [null], { toString: 1 }, ...ODD, ...TIMES.slice(0, 3), ...DATES.slice(0, 2)];

/** Every length that a schema limits, at any depth. */
function limited(schema: unknown): readonly Schema[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return [...('maxLength' in schema ? [schema as Schema] : []), ...Object.values(schema).flatMap(limited)];
}

/** Whatever might be sent in the place of any field of a schema. */
export const misses = (schema: Schema): readonly unknown[] => [...new Set([...OTHERS, ...TIMES, ...DATES, ...limited(schema).flatMap(lengths)])];

/** What goes wrong, and in which field, counted from the first at any depth. */
export const slips: fc.Arbitrary<readonly (readonly [field: number, slip: Slip])[]> = fc.array(
  fc.tuple(
    fc.nat(12),
    fc.oneof(
      fc.constantFrom<Slip>({ how: 'drop' }, { how: 'add' }, { how: 'list' }, { how: 'quote' }, { how: 'twice' }),
      fc.constantFrom(...OTHERS).map((by): Slip => ({ how: 'replace', by })),
    ),
  ),
  { maxLength: 2 },
);
