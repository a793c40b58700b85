import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from './problem.js';
import type { ServedRoute } from './route.js';

const JSON_TYPE = /^application\/json(?:\s*;\s*charset=(?:utf-8|"utf-8"))?$/i;
const VISIBLE = /^[\x21-\x7e]{1,200}$/;

/** Refuses a body in any other form than the route takes. A route that takes none also takes an empty one. */
export function checkContent(route: ServedRoute, headers: IncomingHttpHeaders): void {
  if (route.method === 'GET') return;
  if (!isUnpackable(route, headers)) throw new Problem('unsupported-media-type');
  const type = headers['content-type'];
  if (type === undefined && !hasBody(headers) && takesNone(route)) return;
  if (mediaTypeOf(route, type) === undefined) throw new Problem('unsupported-media-type');
}

const isUnpackable = ({ consumes }: ServedRoute, headers: IncomingHttpHeaders): boolean => headers['content-encoding'] === undefined || (consumes === 'rows' && isPacked(headers));

const CHARSET = String.raw`charset=(?:utf-8|"utf-8")`;
/** RFC 4180, section 3: the first line may be announced, which it always is here. */
const HEADER = 'header=(?:present|"present")';

/** Media types of bodies that come row by row. */
export const NDJSON = 'application/x-ndjson';
export const CSV = 'text/csv';

const ROW_TYPES = [
  [NDJSON, typeOf(NDJSON, CHARSET)],
  [CSV, typeOf(CSV, CHARSET, HEADER)],
] as const;

/** A media type with each of these parameters at most once. */
function typeOf(name: string, ...parameters: readonly string[]): RegExp {
  const once = parameters.map((each) => `(?!.*${each}.*${each})`).join('');
  return new RegExp(String.raw`^${once}${name}(?:\s*;\s*(?:${parameters.join('|')}))*$`, 'i');
}

/** The form of a body among those that the route takes; undefined for any other. */
export function mediaTypeOf({ consumes, streamed = {} }: ServedRoute, type = ''): string | undefined {
  if (consumes === undefined) return JSON_TYPE.test(type) ? 'application/json' : undefined;
  return ROW_TYPES.find(([name, form]) => name in streamed && form.test(type))?.[0];
}

/** Whether the body is packed by gzip, once. */
export const isPacked = (headers: IncomingHttpHeaders): boolean => headers['content-encoding']?.toLowerCase() === 'gzip';

const takesNone = (route: ServedRoute): boolean => route.body === undefined && route.consumes === undefined;

const hasBody = (headers: IncomingHttpHeaders): boolean => headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';

/** The command's Idempotency-Key; undefined on routes that take none. */
export function idempotencyKeyOf(route: ServedRoute, headers: IncomingHttpHeaders): string | undefined {
  if (route.kind !== 'command') return undefined;
  const key = headers['idempotency-key'];
  if (key === undefined) throw new Problem('idempotency-key-missing');
  // Sent twice, the header arrives joined by a comma and a space, which is not a visible character.
  if (typeof key !== 'string' || !VISIBLE.test(key)) throw new Problem('idempotency-key-malformed');
  return key;
}
