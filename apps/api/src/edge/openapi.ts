import { Components } from './openapi/components.js';
import { HEADERS, PROBLEM, problemExamples, problemResponses, problemsOf } from './openapi/problems.js';
import { parametersOf } from './openapi/parameters.js';
import type { ServedRoute } from './route.js';
import { EMPTY } from './schema.js';
import { type Tag, TAGS } from './tags.js';

/** A route and the room it is in. */
export interface PlacedRoute {
  readonly tag: Tag;
  readonly route: ServedRoute;
}

type Json = Readonly<Record<string, unknown>>;

/** The version of the description: the package's own. */
export const VERSION = '0.1.0';

const INFO = {
  title: 'Xinma',
  version: VERSION,
  description:
    'Nobody looks a person up: a view of somebody else exists only while a basis does. What is described here is what is served: a path or a method that is not here does not answer, but that each `GET` also answers `HEAD`. Past its capacity a server answers `503` with `Retry-After`, to everybody alike and with nothing begun; what revokes, suspends or ends goes before all else.',
  contact: { name: 'Whoever runs this instance' },
  license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
};

const ISSUER = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description:
    'An access token (RFC 9068) of the OpenID Connect issuer that this instance trusts. `x-permission` of a route names the assurance that it asks for at least (`al1` to `al3`, from the token’s `acr`) and who may use it: an account, an enrolled citizen, or staff by the role that an appointment gives, never a token.',
};

/** OpenAPI 3.1, of the declarations that the server itself runs on. Equal routes give equal text, in whatever order they come. */
export function openApi(routes: readonly PlacedRoute[]): Json {
  const components = new Components();
  const paths: Record<string, Record<string, Json>> = {};
  for (const { tag, route } of routes.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(tag, route, components);
  }
  const used = Object.entries(TAGS).toSorted(([a], [b]) => (a < b ? -1 : 1)).filter(([name]) => routes.some(({ tag }) => tag === name));
  return {
    openapi: '3.1.0',
    info: INFO,
    servers: [{ url: '/', description: 'This instance' }],
    tags: used.map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: { issuer: ISSUER },
      headers: HEADERS,
      responses: problemResponses(routes.map(({ route }) => route)),
      examples: problemExamples(routes.map(({ route }) => route)),
      schemas: { ...components.all(), Problem: PROBLEM },
    },
  };
}

const place = ({ route }: PlacedRoute): string => `${route.path} ${route.method}`;

function operation(tag: Tag, route: ServedRoute, components: Components): Json {
  const body = requestBody(route, components);
  return {
    tags: [tag],
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[^a-z0-9]+(\w)/gi, (_, letter: string) => letter.toUpperCase())}`,
    summary: route.summary,
    description: [`For ${audience(route)}.`, route.notes].filter(Boolean).join('\n\n'),
    ...permission(route),
    parameters: parametersOf(route),
    ...(body === undefined ? {} : { requestBody: body }),
    responses: { ...answers(route, components), ...problemsOf(route) },
  };
}

// OpenAPI has no word for an assurance, nor for a role that no token carries.
const permission = ({ allow }: ServedRoute): Json =>
  allow.kind === 'anyone' ? { security: [] } : { security: [{ issuer: [] }], 'x-permission': { who: allow.kind === 'staff' ? allow.role : allow.kind, assurance: allow.level } };

function audience({ allow }: ServedRoute): string {
  if (allow.kind === 'anyone') return 'anyone';
  const who = { account: 'somebody signed in', citizen: 'an enrolled citizen', staff: 'staff on duty' }[allow.kind];
  return `${who}${allow.kind === 'staff' ? ` (${allow.role})` : ''}, assurance ${allow.level} or more`;
}

function requestBody({ body, streamed, method }: ServedRoute, components: Components): Json | undefined {
  if (method === 'GET') return undefined;
  if (streamed !== undefined) return { required: true, content: texts(streamed) };
  return { required: body !== undefined, content: { 'application/json': body === undefined ? { schema: EMPTY, example: {} } : components.mediaOf(body) } };
}

/** Bodies that are no JSON, by media type. */
const texts = (examples: Readonly<Record<string, string>>): Json => Object.fromEntries(Object.entries(examples).map(([type, example]) => [type, { schema: { type: 'string' }, example }]));

/** Clients read each line by the schema: a union of the two would be another one. */
const IN_LINES =
  'One line after the other; the schema is that of one. The last may be a `Problem` instead (its `type` begins with `urn:xinma:problem:`), where what follows could not be answered any more; such an answer also ends without its last chunk.';

function answers({ answers: types, produces, written }: ServedRoute, components: Components): Readonly<Record<string, Json>> {
  if (written !== undefined) return { 200: { description: 'The file.', content: texts(written) } };
  const media = produces === 'ndjson' ? 'application/x-ndjson' : 'application/json';
  const description = produces === 'ndjson' ? IN_LINES : 'The answer.';
  return Object.fromEntries(
    Object.entries(types).map(([status, type]) => [status, type === null ? { description: 'Done.' } : { description, content: { [media]: components.mediaOf(type) } }]),
  );
}
