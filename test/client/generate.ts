import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { description } from '../../apps/api/src/description.js';

/** The files that are written, and what into them: the description as the server serves it, and its types. */
export type Generated = Readonly<Record<'libs/client/openapi.json' | 'libs/client/schema.ts', string>>;

interface Parameter {
  readonly name: string;
  readonly required?: boolean;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const KEY = 'Idempotency-Key';

/** What the generated client must be, by what the server declares now. */
export async function generate(): Promise<Generated> {
  const served = description();
  const described = JSON.parse(served) as Description;
  const types = await typesOf(withOptionalKey(described));
  return { 'libs/client/openapi.json': served, 'libs/client/schema.ts': `${HEADER}\n\n${commandsOf(described)}\n\n${types}` };
}

const HEADER = '// Written by `npm run client:generate` from openapi.json beside it. To change it, change the routes and run that again.';

/** The client gives a command its key where the caller gives none, so its types don't insist. */
const withOptionalKey = (described: Description): Description => ({ ...described, paths: eachOperation(described, (operation) => ({ ...operation, ...optionalKey(operation) })) });

const optionalKey = ({ parameters }: Operation): Operation =>
  parameters === undefined ? {} : { parameters: parameters.map((parameter) => (parameter.name === KEY ? { ...parameter, required: false } : parameter)) };

const eachOperation = ({ paths }: Description, change: (operation: Operation) => Operation): Description['paths'] =>
  Object.fromEntries(Object.entries(paths).map(([path, methods]) => [path, Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, change(operation)]))]));

function commandsOf({ paths }: Description): string {
  const all = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const));
  const commands = all.filter(([, { parameters }]) => parameters?.some(({ name }) => name === KEY) === true).map(([name]) => `  '${name}',\n`);
  return `/** The operations that take an Idempotency-Key, as method and path. */\nexport const COMMANDS: ReadonlySet<string> = new Set([\n${commands.join('')}]);`;
}

/** In a process of its own: the generator wants a resolution of modules that is its own. */
async function typesOf(described: Description): Promise<string> {
  const child = spawn(process.execPath, [resolve('test/client/schema-of.js')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((ends) => child.once('close', ends));
  child.stdin.end(JSON.stringify(described));
  const types = await text(child.stdout);
  if ((await ended) !== 0) throw new Error('the types could not be generated');
  return types;
}
