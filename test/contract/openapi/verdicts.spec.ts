import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { anyone, Room, Route } from '../../../apps/api/src/edge/index.js';
import { type Exemplified, type ExemplifiedQuery, exampleOf } from '../../../apps/api/src/edge/example.js';
import { schemaOf } from '../../../apps/api/src/edge/schema.js';
import { routesOf } from '../../../apps/api/src/edge/served-routes.js';
import { parseStrictJson } from '../../../apps/api/src/edge/strict-json.js';
import { StateAnswer } from '../../../apps/api/src/edge/system.controller.js';
import { controllersOf, ROOMS } from '../../../apps/api/src/rooms.js';
import { startEdge } from '../../kit/edge.js';
import { misses, near, slips } from './inputs.js';
import { Judge } from './judge.js';
import { type Description, operationsOf, served } from './served.js';
import { fieldsOf, written } from './texts.js';

/** Per class; the seed makes a failure come again. */
const RUNS = 120;
const SEED = 20261123;

const routes = routesOf(controllersOf(ROOMS)).map(({ route }) => ({ ...route, name: `${route.method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}` }));

/** Each class once, with a route that takes it. */
function once<Taken>(all: readonly (readonly [name: string, type: Taken | undefined])[]) {
  const types = new Map(all.flatMap(([name, type]) => (type === undefined ? [] : [[type, name] as const])));
  return [...types].map(([type, name], index) => ({ name, type, index }));
}

const bodies = once(routes.map(({ name, body }) => [name, body] as const));
const queries = once(routes.map(({ name, query }) => [name, query] as const));

/** Routes that anyone may use and that take the same: what they answer is Fastify's own verdict. */
function probes(): Type {
  class Probes {
    taken(): StateAnswer {
      return { state: 'ok' };
    }
  }
  const declare = (method: 'GET' | 'POST', index: number, taken: { body: Exemplified } | { query: ExemplifiedQuery }): void => {
    const property = `${method}${index}`;
    const descriptor = { value: () => new Probes().taken(), configurable: true, enumerable: true, writable: true };
    Object.defineProperty(Probes.prototype, property, descriptor);
    Route({ method, path: `/probe/${index}`, urgency: 'ordinary', allow: anyone, kind: method === 'GET' ? 'query' : 'view', answers: { 200: StateAnswer }, refusals: [], summary: 'A probe', ...taken })(Probes.prototype, property, descriptor);
  };
  bodies.forEach(({ type, index }) => declare('POST', index, { body: type }));
  queries.forEach(({ type, index }) => declare('GET', index, { query: type }));
  Room('system')(Probes);
  return Probes;
}

let edge: Awaited<ReturnType<typeof startEdge>>;
let judge: Judge;
let operations: ReturnType<typeof operationsOf>;
beforeAll(async () => {
  const description = JSON.parse(await served()) as Description;
  operations = operationsOf(description);
  judge = new Judge(description);
  // What is injected has no connection that could be cut while it waits.
  edge = await startEdge({ controllers: [probes()], handlers: [] }, { bodyArrival: 600_000 });
}, 60_000);
afterAll(() => edge?.close());

const fastify = () => edge.app.getHttpAdapter().getInstance();
const operation = (name: string) => operations.find(([route]) => route === name)?.[1];

const DROPPED: ReadonlySet<string> = new Set(['__proto__', 'constructor']);

/** What class-validator says by the same decorators. */
function classTakes(type: Type<object>, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  // Class-transformer drops these names before class-validator could see them; in bodies strict JSON refuses them.
  if (Object.keys(value).some((name) => DROPPED.has(name))) return false;
  return validateSync(plainToInstance(type, value), { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true }).length === 0;
}

function read(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: parseStrictJson(Buffer.from(text)) };
  } catch {
    return undefined;
  }
}

const takes = (said: Readonly<Record<string, boolean>>): boolean => said['fastify'] === true;

/** Runs what may be taken past all three, and shows that both answers came up. */
async function compare<Input>(inputs: fc.Arbitrary<Input>, verdicts: (input: Input) => Promise<Readonly<Record<string, boolean>>>): Promise<void> {
  const seen = new Set<boolean>();
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const said = await verdicts(input);
      const one = takes(said);
      expect(said).toEqual({ fastify: one, classValidator: one, description: one });
      seen.add(one);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(seen).toEqual(new Set([false, true]));
}

/** The three verdicts on the text of a body. */
function bodyJudges({ name, type, index }: { readonly name: string; readonly type: Exemplified; readonly index: number }) {
  const described = judge.by(operation(name)?.requestBody?.content['application/json']?.schema ?? {});
  return async (payload: string) => {
    const { statusCode } = await fastify().inject({ method: 'POST', url: `/probe/${index}`, headers: { 'content-type': 'application/json' }, payload });
    const seen = read(payload);
    return { fastify: statusCode === 200, classValidator: seen !== undefined && classTakes(type, seen.value), description: seen !== undefined && described(seen.value).length === 0 };
  };
}

describe('class-validator, the server’s schema and the description judge alike the body of', () => {
  it.each(bodies)('$name', async (body) => {
    const judges = bodyJudges(body);
    await compare(fc.tuple(near(schemaOf(body.type), exampleOf(body.type)), slips), ([value, wrong]) => judges(written(value, wrong)));
  }, 60_000);

  it.each(bodies)('$name, with everything in the place of each field', async (body) => {
    const judges = bodyJudges(body);
    const example = exampleOf(body.type);
    const texts = [...Array(fieldsOf(example)).keys()].flatMap((field) => misses(schemaOf(body.type)).map((by) => written(example, [[field, { how: 'replace', by }]])));
    const apart: string[] = [];
    for (const text of texts) {
      const said = await judges(text);
      if (!Object.values(said).every((one) => one === takes(said))) apart.push(`${text} ${JSON.stringify(said)}`);
    }
    expect(apart).toEqual([]);
  }, 60_000);
});

describe('class-validator, the server’s schema and the description judge alike the query of', () => {
  const ODD_NAMES = ['surprise', 'AT', 'at[]', 'limit ', '__proto__', 'constructor'];

  it.each(queries)('$name', async ({ name, type, index }) => {
    const parameters = (operation(name)?.parameters ?? []).filter(({ in: where }) => where === 'query').map((one) => ({ ...one, judge: judge.by(one.schema) }));
    const values = parameters.map((one) => fc.oneof(fc.constant(one.example), near(one.schema, one.example)).map((value) => [one.name, String(value).toWellFormed()] as const));
    const pairs = fc.array(fc.oneof({ weight: 8, arbitrary: fc.oneof(...values) }, fc.tuple(fc.constantFrom(...ODD_NAMES), fc.constant('1'))), { maxLength: parameters.length + 1 });
    await compare(pairs, async (sent) => {
      const { statusCode } = await fastify().inject({ method: 'GET', url: `/probe/${index}?${sent.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join('&')}` });
      const given = new Map(sent.map(([key]) => [key, sent.filter(([other]) => other === key).map(([, value]) => value)]));
      const object = Object.fromEntries([...given].map(([key, all]) => [key, all.length === 1 ? all[0] : all]));
      const known = [...given.keys()].every((key) => parameters.some((one) => one.name === key));
      const described = known && parameters.every((one) => (given.has(one.name) ? one.judge(object[one.name]).length === 0 : !one.required));
      return { fastify: statusCode === 200, classValidator: classTakes(type, object), description: described };
    });
  }, 60_000);
});
