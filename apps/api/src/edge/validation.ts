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

/** What Ajv lets its user say about a keyword; only what is used here. */
interface Keyworded {
  removeKeyword(name: string): unknown;
  addKeyword(definition: { keyword: string; type: 'string'; schemaType: 'number'; errors: false; compile: (limit: number) => (text: string) => boolean }): unknown;
}

const codePoints = (text: string): number => Array.from(text).length;

/** Lengths are in code points, as in Ajv's own keywords, but a text whose code units settle it is not counted: counting was most of what a body cost. */
export function addLengths(ajv: Keyworded): void {
  for (const name of ['minLength', 'maxLength']) ajv.removeKeyword(name);
  const keyword = (name: string, admits: (text: string, limit: number) => boolean): void => {
    ajv.addKeyword({ keyword: name, type: 'string', schemaType: 'number', errors: false, compile: (limit) => (text) => admits(text, limit) });
  };
  keyword('minLength', (text, limit) => text.length >= 2 * limit || codePoints(text) >= limit);
  keyword('maxLength', (text, limit) => text.length <= limit || (text.length <= 2 * limit && codePoints(text) <= limit));
}

/** Names the field and never its value. A name that no schema knows is the sender's own text: then what holds it is named. */
export function toProblem([error]: readonly FastifySchemaValidationError[]): Problem {
  if (error === undefined) return new Problem('malformed');
  const path = error.instancePath.slice(1).split('/').filter((part) => part !== '');
  if (error.keyword === 'required') return problemAt('missing-field', [...path, String(error.params['missingProperty'])].join('.'));
  if (error.keyword === 'additionalProperties') return path.length === 0 ? new Problem('unknown-field') : problemAt('unknown-field', path.join('.'));
  return path.length === 0 ? new Problem('malformed') : problemAt('invalid-field', path.join('.'));
}
