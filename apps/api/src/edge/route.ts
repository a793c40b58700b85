import { applyDecorators, Controller, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import { RouteConfig, RouteSchema } from '@nestjs/platform-fastify';
import type { RefusalCode } from '../../../../libs/application/refusal-codes.js';
import { type Exemplified, type ExemplifiedQuery, exampleOf } from './example.js';
import { type PathId, pathIdsOf } from './path-ids.js';
import type { Urgency } from './overload/urgency.js';
import type { Permission } from './permission.js';
import type { Columns } from './rows/csv.js';
import { EMPTY, schemaOf } from './schema.js';
import type { Tag } from './tags.js';

/** `command`: changes something, once per Idempotency-Key. `view`: a POST that takes none. `query`: changes nothing. */
export type RouteKind = 'command' | 'view' | 'query';

/** All that is known about a route: Fastify's schema, the guard and /openapi.json come of this one declaration. */
export interface RouteOptions {
  readonly method: 'GET' | 'POST';
  /** With parameters as `:id` or `{id}`. */
  readonly path: `/${string}`;
  readonly allow: Permission;
  /** Whether it goes before others, or apart from them, when not everybody can be answered. */
  readonly urgency: Urgency;
  readonly body?: Exemplified;
  readonly query?: ExemplifiedQuery;
  /** Status to the class of the body; null for none. The first is the usual one. */
  readonly answers: Readonly<Record<number, Exemplified | null>>;
  /** What the use case may refuse with; what the edge itself refuses is added. */
  readonly refusals: readonly RefusalCode[];
  readonly kind?: RouteKind;
  /** `rows`: the body is not read beforehand but comes row by row (`Streamed`), in one of the forms of `streamed`, perhaps packed by gzip. */
  readonly consumes?: 'rows';
  /** What a CSV body's header may and must name. */
  readonly columns?: Columns;
  /** An example of such a body by its media type. */
  readonly streamed?: Readonly<Record<string, string>>;
  /** `ndjson`: `answers` describes one line. */
  readonly produces?: 'ndjson';
  /** What it answers where that is no JSON: an example by media type. */
  readonly written?: Readonly<Record<string, string>>;
  /** What it does for whom, in one line. */
  readonly summary: string;
  /** What else has to be known to use it. */
  readonly notes?: string;
}

/** A route as the guard and the document see it. */
export interface ServedRoute extends RouteOptions {
  readonly kind: RouteKind;
  /** What stands in the path for `:name`. */
  readonly pathIds: readonly PathId[];
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Missing on whatever was not declared with `Route`: such a route does not answer. */
    served?: ServedRoute;
  }
}

const ROOM = 'xinma:room';
const SERVED = 'xinma:served';

/** A controller: one room of the API. `tag` groups its routes in the document. */
export const Room = (tag: Tag): ClassDecorator => applyDecorators(Controller(), SetMetadata(ROOM, tag));

/** The tag of a room, for the document. */
export const roomOf = (controller: object): Tag | undefined => Reflect.getMetadata(ROOM, controller) as Tag | undefined;

const METHODS = { GET: RequestMethod.GET, POST: RequestMethod.POST } as const;

/** A route: what it takes, who may use it, what it answers. Throws for one that the description could not show whole. */
export const Route =
  (options: RouteOptions): MethodDecorator =>
  (target, method, descriptor) => {
    const path: `/${string}` = `/${options.path.slice(1).replaceAll(/\{(\w+)\}/g, ':$1')}`;
    const kind = options.kind ?? (options.method === 'GET' ? 'query' : 'command');
    const served: ServedRoute = { ...options, path, kind, pathIds: pathIdsOf(target, method) };
    refuseUndescribed(served);
    const status = Number(Object.keys(options.answers)[0] ?? 200);
    applyDecorators(
      RequestMapping({ path, method: METHODS[options.method] }),
      HttpCode(status),
      SetMetadata(SERVED, served),
      RouteConfig({ served }),
      RouteSchema(schemas(served)),
    )(target, method, descriptor);
  };

function refuseUndescribed({ method, path, pathIds, body, query, answers, consumes, streamed }: ServedRoute): void {
  const taken = new Set(pathIds.map(({ name }) => name));
  const unknown = [...path.matchAll(/:(\w+)/g)].find(([, name = '']) => !taken.has(name));
  if (unknown !== undefined) throw new Error(`${method} ${path}: no parser admits ${unknown[0]}`);
  if (consumes !== undefined && streamed === undefined) throw new Error(`${method} ${path}: the streamed body has no example`);
  for (const type of [body, query, ...Object.values(answers)]) if (type !== undefined && type !== null) exampleOf(type);
}

/** Both ways: what comes in is judged by its class, and of what goes out a field that no class declares does not leave. */
function schemas(route: RouteOptions): Readonly<Record<string, unknown>> {
  const { body, query, method, consumes, produces, answers } = route;
  const given = Object.entries(answers).flatMap(([status, type]) => (type === null ? [] : [[status, schemaOf(type)] as const]));
  return {
    querystring: query === undefined ? EMPTY : schemaOf(query),
    ...(method === 'GET' || consumes !== undefined ? {} : { body: body === undefined ? EMPTY : schemaOf(body) }),
    ...(produces === undefined ? { response: Object.fromEntries(given) } : {}),
  };
}

/** The declaration of a controller's method, where it has one. */
export const routeOf = (method: object): ServedRoute | undefined => Reflect.getMetadata(SERVED, method) as ServedRoute | undefined;
