import { ROOMS } from '../../../apps/api/src/rooms.js';
import { startEdge } from '../../kit/edge.js';

type Json = Readonly<Record<string, unknown>>;

/** A media type's entry. */
export interface Media {
  readonly schema: Json;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly $ref: string }>>;
}

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Json;
  readonly example?: unknown;
}

/** What an operation answers with one status. */
export interface Answering {
  readonly description: string;
  readonly headers?: Json;
  readonly content?: Readonly<Record<string, Media>>;
}

/** One method of one path. */
export interface Operation {
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security: readonly object[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Answering>>;
}

/** An operation as it is written: what many say alike stands elsewhere. */
type Written = Omit<Operation, 'responses'> & { readonly responses: Readonly<Record<string, Answering | { readonly $ref: string }>> };

/** As much of OpenAPI as ours says. */
export interface Description {
  readonly info: Json;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Written>>>>;
  readonly components: { readonly schemas: Json; readonly responses: Readonly<Record<string, Answering>>; readonly examples: Readonly<Record<string, { readonly value: Json }>> };
}

let text: Promise<string> | undefined;

/** `/openapi.json` as an API with every room serves it; asked once per suite. */
export function served(): Promise<string> {
  text ??= asked();
  return text;
}

async function asked(): Promise<string> {
  const edge = await startEdge(ROOMS);
  const answer = await fetch(new URL('/openapi.json', edge.address));
  const said = await answer.text();
  await edge.close();
  return said;
}

/** Every operation, as `GET /v1/me`, with what it refers to in its place. */
export function operationsOf({ paths, components }: Description): readonly (readonly [route: string, operation: Operation])[] {
  const found = (answering: Answering | { readonly $ref: string }): Answering => {
    if (!('$ref' in answering)) return answering;
    const named = components.responses[answering.$ref.slice('#/components/responses/'.length)];
    if (named === undefined) throw new Error(`${answering.$ref} is nowhere`);
    return named;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, written]) => {
      const responses = Object.fromEntries(Object.entries(written.responses).map(([status, answering]) => [status, found(answering)]));
      return [`${method.toUpperCase()} ${path}`, { ...written, responses }] as const;
    }),
  );
}
