import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from '../../permission/given/world.js';
import { Judge } from './judge.js';
import { PEOPLE, PLANS, type Sending, Stage } from './plans.js';
import { type Description, type Operation, operationsOf } from './served.js';

// When the examples are set: their windows and dates mean something then.
const AT = '2026-11-23T08:00:00.000Z';

let world: World;
let stage: Stage;
let operations: ReadonlyMap<string, Operation>;
let judge: Judge;
beforeAll(async () => {
  world = await World.start(PEOPLE, AT);
  stage = new Stage(world);
  const description = (await world.sees('li-na', '/openapi.json')) as object as Description;
  operations = new Map(operationsOf(description));
  judge = new Judge(description);
}, 60_000);
afterAll(() => world?.close());

/** Where an example goes: the ids and cursors of the plan in their places. */
function placeOf(route: string, { parameters }: Operation, sending: Sending): URL {
  const [, path = ''] = route.split(' ');
  const url = new URL(path.replaceAll(/\{(\w+)\}/g, (_, name: string) => sending.path?.[name] ?? 'none'), world.instance.address);
  for (const { name, in: where, example } of parameters) if (where === 'query') url.searchParams.set(name, sending.query?.[name] ?? String(example));
  return url;
}

const bodyOf = (example: unknown, sending: Sending): string => (typeof example === 'string' ? example : JSON.stringify({ ...(example as object), ...sending.body }));

async function headersOf({ parameters }: Operation, { as, level = 'al2' }: Sending): Promise<Headers> {
  const headers = new Headers(parameters.flatMap(({ name, in: where }): [string, string][] => (where === 'header' ? [[name, randomUUID()]] : [])));
  if (as !== undefined) headers.set('authorization', `Bearer ${(await world.as(as, level)).token}`);
  return headers;
}

async function send(route: string, operation: Operation, type?: string): Promise<Response> {
  const sending = await (PLANS[route] ?? unplanned(route))(stage);
  await world.settled();
  const headers = await headersOf(operation, sending);
  if (type !== undefined) headers.set('content-type', type);
  const body = type === undefined ? null : bodyOf(operation.requestBody?.content[type]?.example, sending);
  return fetch(placeOf(route, operation, sending), { method: route.split(' ')[0] ?? '', headers, body });
}

const unplanned = (route: string) => (): never => {
  throw new Error(`${route} has no plan for its example: give it one in plans.ts`);
};

/** What an answer says, as its media type is read. */
function valuesOf(type: string, text: string): readonly unknown[] {
  if (type === 'application/json') return [JSON.parse(text)];
  return type === 'application/x-ndjson' ? text.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown) : [text];
}

/** What is wrong with an answer by the description. */
async function faultsOf({ responses }: Operation, answer: Response): Promise<readonly string[]> {
  const text = await answer.text();
  if (answer.status >= 300) return [`${answer.status} ${text}`];
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const media = responses[answer.status]?.content?.[type];
  if (media === undefined) return [`${answer.status} ${type} is not described`];
  return valuesOf(type, text).flatMap((value) => judge.faults(media.schema, value));
}

describe('the example of', () => {
  it.each(Object.keys(PLANS))('%s is taken as it stands, and answered as it says', async (route) => {
    const operation = operations.get(route);
    if (operation === undefined) throw new Error(`${route} is not described`);
    const types: readonly (string | undefined)[] = operation.requestBody === undefined ? [undefined] : Object.keys(operation.requestBody.content);
    for (const type of types) expect([type, await faultsOf(operation, await send(route, operation, type))]).toEqual([type, []]);
  });

  it.each([
    [() => new Response('{"surname":"王"}', { headers: { 'content-type': 'application/json' } })],
    [() => new Response('{"surname":"王","numberEnd":"2X","phoneEnds":null,"more":1}', { headers: { 'content-type': 'application/json' } })],
    [() => new Response('{"surname":"王","numberEnd":"2X","phoneEnds":null}', { headers: { 'content-type': 'text/plain' } })],
    [() => new Response('{}', { status: 201, headers: { 'content-type': 'application/json' } })],
    [() => new Response('{}', { status: 404, headers: { 'content-type': 'application/json' } })],
  ])('a route that answers otherwise is found: case %#', async (answer) => {
    const me = operations.get('GET /v1/me');
    expect(me === undefined ? [] : await faultsOf(me, answer())).not.toEqual([]);
  });

  it('every route has a plan', () => expect([...operations.keys()].filter((route) => PLANS[route] === undefined).map((route) => `${route} has no plan for its example`)).toEqual([]));
});
