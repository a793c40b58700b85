import type { FastifySchemaValidationError } from 'fastify';
import { Problem, problemAt } from './problem.js';
import { isCalendarDate, isInstant } from './validators.js';

/** What was sent is what is judged: nothing is converted, dropped or filled in. */
export const AJV_OPTIONS = { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false, allowUnionTypes: true } as const;

/** Formats mean here what the domain's own parsers admit. */
export function addFormats(ajv: { addFormat(name: string, admits: (text: string) => boolean): unknown }): void {
  ajv.addFormat('date-time', isInstant);
  ajv.addFormat('date', isCalendarDate);
}

/** Names the field and never its value. A name that no schema knows is the sender's own text: then what holds it is named. */
export function toProblem([error]: readonly FastifySchemaValidationError[]): Problem {
  if (error === undefined) return new Problem('malformed');
  const path = error.instancePath.slice(1).split('/').filter((part) => part !== '');
  if (error.keyword === 'required') return problemAt('missing-field', [...path, String(error.params['missingProperty'])].join('.'));
  if (error.keyword === 'additionalProperties') return path.length === 0 ? new Problem('unknown-field') : problemAt('unknown-field', path.join('.'));
  return path.length === 0 ? new Problem('malformed') : problemAt('invalid-field', path.join('.'));
}
