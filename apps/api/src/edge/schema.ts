import type { Type } from '@nestjs/common';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import * as cv from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { CALENDAR_DATE, INSTANT, OR_NULL } from './validators.js';

/** JSON Schema (2020-12), without references. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** An object with nothing in it. */
export const EMPTY: JsonSchema = { type: 'object', properties: {}, additionalProperties: false };

/** Decorators that JSON Schema says in full. Any other would be described but not enforced, so it is refused when the route is declared. */
const FAITHFUL: ReadonlySet<string> = new Set([
  cv.ARRAY_MAX_SIZE, cv.ARRAY_MIN_SIZE, cv.ARRAY_NOT_EMPTY, cv.ARRAY_UNIQUE, cv.EQUALS, cv.IS_ARRAY, cv.IS_BOOLEAN, cv.IS_ENUM, cv.IS_IN, cv.IS_INT, cv.IS_NOT_EMPTY, cv.IS_OBJECT,
  cv.IS_NUMBER, cv.IS_STRING, cv.IS_LENGTH, cv.MATCHES, cv.MAX, cv.MAX_LENGTH, cv.MIN, cv.MIN_LENGTH, cv.IS_OPTIONAL, cv.ValidationTypes.IS_DEFINED, cv.ValidationTypes.NESTED_VALIDATION,
  cv.ValidationTypes.CONDITIONAL_VALIDATION, INSTANT, CALENDAR_DATE, OR_NULL,
]);

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
  [cv.ValidationTypes.IS_DEFINED]: {},
  [cv.MATCHES]: matches,
  [cv.IS_OBJECT]: { type: 'object', additionalProperties: true },
  [INSTANT]: { type: 'string', format: 'date-time' },
  [CALENDAR_DATE]: { type: 'string', format: 'date' },
  [OR_NULL]: { 'x-or-null': true },
};

const made = new Map<Type, JsonSchema>();

/** The schema that a class's decorators say: closed, with nested classes inlined. Throws for decorators that a schema cannot enforce. */
export function schemaOf(type: Type): JsonSchema {
  let schema = made.get(type);
  if (schema === undefined) {
    schema = schemaWith(type, schemaOf);
    made.set(type, schema);
  }
  return schema;
}

/** The same, with nested classes as what `child` says of them. */
export function schemaWith(type: Type, child: (type: Type) => JsonSchema): JsonSchema {
  refuseUnfaithful(type);
  const nested = { [cv.ValidationTypes.NESTED_VALIDATION]: (meta: Meta) => child(classOf(meta)) };
  return closed(targetConstructorToSchema(type, { additionalConverters: { ...converters, ...nested } as never }));
}

function refuseUnfaithful(type: Type): void {
  for (const { name, type: kind, propertyName } of cv.getMetadataStorage().getTargetValidationMetadatas(type, '', true, false)) {
    const decorator = name ?? kind;
    if (!FAITHFUL.has(decorator)) throw new Error(`${type.name}.${propertyName}: the decorator ${decorator} cannot be enforced by a schema`);
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
