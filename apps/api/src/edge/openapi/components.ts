import type { Type } from '@nestjs/common';
import { type Exemplified, exampleOf } from '../example.js';
import { DESCRIBED_INSTANT, type JsonSchema, schemaWith } from '../schema.js';

const INSTANT = { $ref: '#/components/schemas/Instant' };

/** The schemas that a description refers to, by the names of their classes. */
export class Components {
  private readonly known = new Map<string, { readonly type: Type; readonly schema: JsonSchema }>();

  /** A reference to the schema of a class. Throws where another class of that name is there already. */
  readonly refTo = (type: Type): JsonSchema => {
    const known = this.known.get(type.name);
    if (known !== undefined && known.type !== type) throw new Error(`two classes are called ${type.name}`);
    if (known === undefined) this.known.set(type.name, { type, schema: schemaWith(type, { nested: this.refTo, instant: INSTANT }) });
    return { $ref: `#/components/schemas/${type.name}` };
  };

  /** What stands under a media type: schema and example of a class. */
  mediaOf(type: Exemplified): Readonly<Record<string, unknown>> {
    return { schema: this.refTo(type), example: exampleOf(type) };
  }

  /** All that were referred to, in the order of their names. */
  all(): Readonly<Record<string, JsonSchema>> {
    const schemas = [...this.known].map(([name, { schema }]) => [name, schema] as const);
    const timed = JSON.stringify(schemas).includes(INSTANT.$ref);
    return Object.fromEntries([...schemas, ...(timed ? [['Instant', DESCRIBED_INSTANT] as const] : [])].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}
