import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Description } from './served.js';

/** Judges values by a description alone, as a stranger who trusts it would: JSON Schema 2020-12 with its usual formats. */
export class Judge {
  private readonly ajv: Ajv2020;

  constructor(description: Description) {
    this.ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
    formats.default(this.ajv);
    this.ajv.addKeyword('components');
    this.ajv.addSchema({ $id: 'served', components: description.components }, 'served');
  }

  /** Says what is wrong with a value by a schema of the description; nothing where all is well. */
  by(schema: object): (value: unknown) => readonly string[] {
    const validate = this.ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"served#/components/')) as AnySchema);
    return (value) => {
      void validate(value);
      return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${String(message)}`);
    };
  }

  /** The same, once. */
  faults(schema: object, value: unknown): readonly string[] {
    return this.by(schema)(value);
  }
}
