import { HTTP_STATUS, type ProblemCode } from './http-status.js';
import type { ServedRoute } from './route.js';
import { EMPTY, type JsonSchema, schemaOf } from './schema.js';

/** A route and the room it is in. */
export interface PlacedRoute {
  readonly tag: string;
  readonly route: ServedRoute;
}

type Json = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1, of the declarations that the server itself runs on. */
export function openApi(routes: readonly PlacedRoute[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const { tag, route } of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(tag, route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Xinma', version: '1', description: 'Nobody looks a person up: a view of somebody else exists only while a basis does.' },
    paths: Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    components: { securitySchemes: { issuer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } }, schemas: { Problem: PROBLEM } },
  };
}

const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'RFC 9457. `field` names what is wrong, never its value.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(HTTP_STATUS) },
    field: { type: 'string' },
    level: { type: 'string', description: 'With `step-up`: the assurance that is asked for.' },
    grant: { type: 'object', description: 'With `outside-grant`: what was granted to you.' },
  },
  required: ['type', 'title', 'status', 'code'],
};

function operation(tag: string, route: ServedRoute): Json {
  const body = requestBody(route);
  return {
    tags: [tag],
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[^a-z0-9]+(\w)/gi, (_, letter: string) => letter.toUpperCase())}`,
    ...(route.summary === undefined ? {} : { summary: route.summary }),
    description: `For ${audience(route)}.`,
    security: route.allow.kind === 'anyone' ? [] : [{ issuer: [] }],
    parameters: parameters(route),
    ...(body === undefined ? {} : { requestBody: body }),
    responses: { ...answers(route), ...problems(route) },
  };
}

function audience({ allow }: ServedRoute): string {
  if (allow.kind === 'anyone') return 'anyone';
  const who = { account: 'somebody signed in', citizen: 'an enrolled citizen', staff: 'staff on duty' }[allow.kind];
  return `${who}${allow.kind === 'staff' ? ` (${allow.role})` : ''}, assurance ${allow.level} or more`;
}

function parameters({ path, query, kind }: ServedRoute): readonly Json[] {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const { properties, required = [] } = (query === undefined ? EMPTY : schemaOf(query)) as { properties: Json; required?: readonly string[] };
  const inQuery = Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
  const key = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' } };
  return [...inPath, ...inQuery, ...(kind === 'command' ? [key] : [])];
}

function requestBody({ body, consumes, method }: ServedRoute): Json | undefined {
  if (method === 'GET') return undefined;
  if (consumes === 'ndjson') return { required: true, content: { 'application/x-ndjson': { schema: { type: 'string' } } } };
  return { required: body !== undefined, content: { 'application/json': { schema: body === undefined ? EMPTY : schemaOf(body) } } };
}

function answers({ answers: types, produces }: ServedRoute): Record<string, Json> {
  const media = produces === 'ndjson' ? 'application/x-ndjson' : 'application/json';
  const answer = ([status, type]: [string, Parameters<typeof schemaOf>[0] | null]): [string, Json] => [
    status,
    type === null ? { description: 'Done.' } : { description: 'The answer.', content: { [media]: { schema: schemaOf(type) } } },
  ];
  return Object.fromEntries(Object.entries(types).map(answer));
}

/** What the edge itself may refuse a route with, by what the route is. */
const EDGE_REFUSALS: readonly (readonly [when: (route: ServedRoute) => boolean, codes: readonly ProblemCode[]])[] = [
  [() => true, ['busy', 'internal', 'unknown-field', 'uri-too-long']],
  [({ allow }) => allow.kind !== 'anyone', ['token-missing', 'token-invalid', 'step-up']],
  [({ allow }) => allow.kind === 'citizen', ['not-enrolled']],
  [({ allow }) => allow.kind === 'staff', ['not-permitted']],
  [({ kind }) => kind === 'command', ['idempotency-key-missing', 'idempotency-key-malformed', 'idempotency-key-reused']],
  [({ method }) => method === 'POST', ['unsupported-media-type', 'request-timeout']],
  [({ method, consumes }) => method === 'POST' && consumes === undefined, ['malformed', 'duplicate-key', 'body-too-large']],
  [({ body, query }) => body !== undefined || query !== undefined, ['missing-field', 'invalid-field']],
  [({ path }) => path.includes(':'), ['not-found']],
];

const edgeCodes = (route: ServedRoute): readonly ProblemCode[] => EDGE_REFUSALS.flatMap(([when, codes]) => (when(route) ? codes : []));

function problems(route: ServedRoute): Record<string, Json> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set([...edgeCodes(route), ...route.refusals])) byStatus.set(HTTP_STATUS[code], [...(byStatus.get(HTTP_STATUS[code]) ?? []), code]);
  const schema = (codes: readonly ProblemCode[]): Json => ({ allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes.toSorted() } } }] });
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [String(status), { description: codes.toSorted().join(', '), content: { 'application/problem+json': { schema: schema(codes) } } }]),
  );
}
