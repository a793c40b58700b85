import type { Type } from '@nestjs/common';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import * as cv from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { CALENDAR_DATE, INSTANT, INSTANT_PATTERN, LENGTH, OR_NULL, PLAIN, WHERE_GIVEN, WHERE_NOT_NULL } from './validators.js';

/** JSON Schema (2020-12), without references. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** An object with nothing in it. */
export const EMPTY: JsonSchema = { type: 'object', properties: {}, additionalProperties: false };

/** Decorators that JSON Schema says in full, and class-validator means alike (test/contract/openapi/verdicts.spec.ts). Any other would be described but not enforced, so it is refused when the route is declared. */
const FAITHFUL: ReadonlySet<string> = new Set([
  cv.ARRAY_MAX_SIZE, cv.ARRAY_MIN_SIZE, cv.IS_ARRAY, cv.IS_BOOLEAN, cv.IS_IN, cv.IS_INT, cv.IS_OBJECT, cv.IS_STRING, cv.MATCHES, cv.MAX, cv.MIN,
  cv.ValidationTypes.NESTED_VALIDATION, INSTANT, CALENDAR_DATE, LENGTH, OR_NULL, PLAIN,
]);

const CONDITIONS: ReadonlySet<unknown> = new Set([WHERE_GIVEN, WHERE_NOT_NULL]);

interface Meta {
  readonly type: string;
  readonly name?: string;
  readonly target: Function | string;
  readonly propertyName: string;
  readonly constraints?: readonly unknown[];
}

function classOf(meta: Meta): Type {
  const child = typeof meta.target === 'function' ? (defaultMetadataStorage.findTypeMetadata(meta.target, meta.propertyName)?.typeFunction() ?? designType(meta)) : undefined;
  if (typeof child !== 'function') throw new Error(`${meta.propertyName}: a nested field needs @Type`);
  return child as Type;
}

const designType = ({ target, propertyName }: Meta): unknown => (typeof target === 'function' ? Reflect.getMetadata('design:type', target.prototype, propertyName) : undefined);

function matches(meta: Meta): JsonSchema {
  const [pattern] = meta.constraints ?? [];
  // The validator compiles every pattern with the flag u; others cannot be said in JSON Schema.
  if (!(pattern instanceof RegExp) || !/^u?$/.test(pattern.flags)) throw new Error(`${meta.propertyName}: a pattern's only flag is u`);
  return { type: 'string', pattern: pattern.source };
}

const converters = {
  [cv.ValidationTypes.CONDITIONAL_VALIDATION]: {},
  [cv.MATCHES]: matches,
  [cv.IS_OBJECT]: { type: 'object', additionalProperties: true },
  [CALENDAR_DATE]: { type: 'string', format: 'date' },
  [LENGTH]: ({ constraints: [minLength, maxLength] = [] }: Meta) => ({ type: 'string', minLength, maxLength }),
  [OR_NULL]: { 'x-or-null': true },
  [PLAIN]: {},
};

const made = new Map<Type, JsonSchema>();

/** The schema that a class's decorators say: closed, with nested classes inlined. Throws for decorators that a schema cannot enforce. */
export function schemaOf(type: Type): JsonSchema {
  let schema = made.get(type);
  if (schema === undefined) {
    schema = schemaWith(type, { nested: schemaOf, instant: { type: 'string', format: 'date-time' } });
    made.set(type, schema);
  }
  return schema;
}

/** How a schema speaks of what it holds. */
export interface Wording {
  readonly nested: (type: Type) => JsonSchema;
  readonly instant: JsonSchema;
}

/** An RFC 3339 time for readers who don't know that our `date-time` is narrower than the format. */
export const DESCRIBED_INSTANT: JsonSchema = { type: 'string', format: 'date-time', pattern: INSTANT_PATTERN, description: 'RFC 3339 with a zone, in upper case.' };

/** The same in other words. */
export function schemaWith(type: Type, { nested, instant }: Wording): JsonSchema {
  const metas = cv.getMetadataStorage().getTargetValidationMetadatas(type, '', true, false);
  refuseUnfaithful(type, metas);
  const worded = { [cv.ValidationTypes.NESTED_VALIDATION]: (meta: Meta) => nested(classOf(meta)), [INSTANT]: instant };
  const { required: _, ...schema } = closed(targetConstructorToSchema(type, { additionalConverters: { ...converters, ...worded } as never }));
  const left = new Set(metas.filter(({ constraints }) => constraints?.[0] === WHERE_GIVEN).map(({ propertyName }) => propertyName));
  const required = Object.keys(schema['properties'] as object).filter((name) => !left.has(name));
  return required.length === 0 ? schema : { ...schema, required };
}

function refuseUnfaithful(type: Type, metas: readonly Meta[]): void {
  for (const { name, type: kind, propertyName, constraints } of metas) {
    const faithful = kind === cv.ValidationTypes.CONDITIONAL_VALIDATION ? CONDITIONS.has(constraints?.[0]) : FAITHFUL.has(name ?? kind);
    if (!faithful) throw new Error(`${type.name}.${propertyName}: the decorator ${name ?? kind} cannot be enforced by a schema; the edge may have one of its own`);
  }
}

/** No unknown property at any depth, and null where a field says so. */
function closed(part: unknown): JsonSchema {
  const fields = Object.entries(part as object).map(([key, value]) => [key, isPart(value) ? closedMember(key, value) : value] as const);
  const { 'x-or-null': orNull, ...rest } = Object.fromEntries(fields);
  // An object whose fields no class declares (`IsObject`) stays open: only answers have one.
  const schema = rest['type'] === 'object' && rest['properties'] !== undefined ? { ...rest, additionalProperties: false } : rest;
  return orNull === true ? withNull(schema) : schema;
}

const closedMember = (key: string, value: object): unknown =>
  key === 'properties' ? Object.fromEntries(Object.entries(value).map(([name, property]) => [name, closed(property)])) : closed(value);

const isPart = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

function withNull(schema: Readonly<Record<string, unknown>>): JsonSchema {
  if ('$ref' in schema) return { anyOf: [schema, { type: 'null' }] };
  const type = [schema['type'], 'null'];
  const values = schema['enum'];
  return Array.isArray(values) ? { ...schema, type, enum: [...values, null] } : { ...schema, type };
}
