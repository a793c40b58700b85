import { exampleOf } from '../example.js';
import type { ServedRoute } from '../route.js';
import { schemaOf } from '../schema.js';

type Json = Readonly<Record<string, unknown>>;

/** What a command's key may be, as the edge checks it. */
const IDEMPOTENCY_KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
  example: '6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10',
};

/** Everything that a route takes besides its body, each with an example. */
export function parametersOf({ pathIds, query, kind }: ServedRoute): readonly Json[] {
  const inPath = pathIds.map(({ name, pattern, example, description }) => ({ name, in: 'path', required: true, description, schema: { type: 'string', pattern }, example }));
  return [...inPath, ...(query === undefined ? [] : inQuery(query)), ...(kind === 'command' ? [IDEMPOTENCY_KEY] : [])];
}

function inQuery(type: NonNullable<ServedRoute['query']>): readonly Json[] {
  const { properties, required = [] } = schemaOf(type) as { properties: Readonly<Record<string, Json>>; required?: readonly string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), description: type.about[name], schema, example: Reflect.get(exampleOf(type), name) }));
}
