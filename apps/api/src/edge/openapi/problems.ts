import type { Exemplified } from '../example.js';
import { HTTP_STATUS, type ProblemCode } from '../http-status.js';
import { Problem } from '../problem.js';
import type { ServedRoute } from '../route.js';
import { type JsonSchema, schemaOf } from '../schema.js';

type Json = Readonly<Record<string, unknown>>;

/** What every "no" looks like. */
export const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'RFC 9457. `field` names what is wrong, never its value.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(HTTP_STATUS) },
    field: { type: 'string' },
    level: { type: 'string', enum: ['al1', 'al2', 'al3'], description: 'With `step-up`: the assurance that is asked for.' },
    grant: { type: 'object', description: 'With `outside-grant`: what was granted to you.' },
  },
  required: ['type', 'title', 'status', 'code'],
};

/** Headers that some answers carry. */
export const HEADERS = {
  'WWW-Authenticate': { description: 'RFC 6750; with `step-up`, RFC 9470: `acr_values` names the assurance that is asked for.', schema: { type: 'string' }, example: 'Bearer error="invalid_token"' },
  'Retry-After': { description: 'Seconds after which to ask again.', schema: { type: 'integer' }, example: 1 },
} as const;

const HEADER_NAMES = Object.keys(HEADERS) as readonly (keyof typeof HEADERS)[];

/** What the edge itself may refuse a route with, by what the route is. */
const EDGE_REFUSALS: readonly (readonly [when: (route: ServedRoute) => boolean, codes: readonly ProblemCode[]])[] = [
  // `malformed` is also a head that is too large, or names no host or two.
  [() => true, ['busy', 'internal', 'malformed', 'unknown-field', 'uri-too-long']],
  [({ allow }) => allow.kind !== 'anyone', ['token-missing', 'token-invalid', 'step-up']],
  [({ allow }) => allow.kind === 'citizen', ['not-enrolled']],
  [({ allow }) => allow.kind === 'staff', ['not-permitted']],
  [({ kind }) => kind === 'command', ['idempotency-key-missing', 'idempotency-key-malformed', 'idempotency-key-reused']],
  [({ method }) => method === 'POST', ['unsupported-media-type', 'request-timeout']],
  [({ method, consumes }) => method === 'POST' && consumes === undefined, ['duplicate-key', 'body-too-large']],
  [({ consumes }) => consumes === 'rows', ['body-too-large', 'packed-too-tightly', 'unpackable']],
  [({ columns }) => columns !== undefined, ['missing-field', 'duplicate-key']],
  [({ body, query }) => [body, query].some(asksForSomething), ['missing-field']],
  [({ body, query }) => body !== undefined || query !== undefined, ['invalid-field']],
  [({ path }) => path.includes(':'), ['not-found']],
];

/** Whether something has to be there in what a class describes. */
function asksForSomething(type: Exemplified | undefined): boolean {
  const required: unknown = type === undefined ? [] : schemaOf(type)['required'];
  return Array.isArray(required) && required.length > 0;
}

const codesOf = (route: ServedRoute): ReadonlySet<ProblemCode> => new Set([...EDGE_REFUSALS.flatMap(([when, codes]) => (when(route) ? codes : [])), ...route.refusals]);

function byStatus(route: ServedRoute): readonly (readonly [status: number, codes: readonly ProblemCode[]])[] {
  const found = new Map<number, ProblemCode[]>();
  for (const code of [...codesOf(route)].toSorted()) found.set(HTTP_STATUS[code], [...(found.get(HTTP_STATUS[code]) ?? []), code]);
  return [...found];
}

/** Many routes say the same "no": it stands once, under the codes that it may carry. */
const nameOf = (codes: readonly ProblemCode[]): string => codes.join('.');

/** Every "no" of a route: status to the closed set of its codes. */
export const problemsOf = (route: ServedRoute): Readonly<Record<string, Json>> =>
  Object.fromEntries(byStatus(route).map(([status, codes]) => [String(status), { $ref: `#/components/responses/${nameOf(codes)}` }]));

/** Every "no" of these routes, as `problemsOf` refers to it. */
export function problemResponses(routes: readonly ServedRoute[]): Readonly<Record<string, Json>> {
  const all = new Map(routes.flatMap((route) => byStatus(route).map(([, codes]) => [nameOf(codes), codes] as const)));
  return Object.fromEntries([...all].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, codes]) => [name, refusal(codes)]));
}

function refusal(codes: readonly ProblemCode[]): Json {
  const headers = HEADER_NAMES.filter((name) => codes.some((code) => headersOf(code).includes(name)));
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { type: 'string', enum: codes } }, required: ['code'] }] };
  const examples = Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]));
  return {
    description: codes.join(', '),
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers.map((name) => [name, { $ref: `#/components/headers/${name}` }])) }),
    content: { 'application/problem+json': { schema, examples } },
  };
}

const headersOf = (code: ProblemCode): readonly (keyof typeof HEADERS)[] => {
  if (HTTP_STATUS[code] === 503) return ['Retry-After'];
  return HTTP_STATUS[code] === 401 || code === 'step-up' ? ['WWW-Authenticate'] : [];
};

/** What a problem says besides its code, where it says more. */
const MEMBERS: { readonly [code in ProblemCode]?: Json } = {
  'missing-field': { field: 'until' },
  'invalid-field': { field: 'until' },
  'step-up': { level: 'al2' },
  'outside-grant': { grant: { scope: 'status', purpose: 'FAMRQT', from: '2026-11-23T08:00:00.000Z', until: '2026-12-23T08:00:00.000Z' } },
};

/** An example of each problem that these routes may answer, by its code. */
export function problemExamples(routes: readonly ServedRoute[]): Readonly<Record<string, Json>> {
  const codes = new Set(routes.flatMap((route) => [...codesOf(route)]));
  return Object.fromEntries([...codes].toSorted().map((code) => [code, { value: new Problem(code, { members: MEMBERS[code] ?? {} }).body }]));
}
