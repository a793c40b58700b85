import { beforeAll, describe, expect, it } from '@jest/globals';
import { Judge } from './judge.js';
import { type Description, type Media, type Operation, operationsOf, served } from './served.js';

let description: Description;
let judge: Judge;
beforeAll(async () => {
  description = JSON.parse(await served()) as Description;
  judge = new Judge(description);
}, 60_000);

/** The examples of a media type by name; a single one is called `example`. */
const examplesOf = ({ example, examples }: Media): readonly (readonly [name: string, value: unknown])[] =>
  examples === undefined ? [['example', example]] : Object.keys(examples).map((name) => [name, description.components.examples[name]?.value]);

/** Everything of an operation that has a schema, with its examples: where it stands, and as what. */
function shown({ parameters, requestBody, responses }: Operation): readonly (readonly [where: string, schema: object, value: unknown])[] {
  const contents = [['body', requestBody?.content ?? {}] as const, ...Object.entries(responses).map(([status, { content }]) => [status, content ?? {}] as const)];
  const media = contents.flatMap(([where, content]) => Object.entries(content).map(([type, one]) => [`${where} ${type}`, one] as const));
  return [
    ...parameters.map(({ name, schema, example }) => [name, schema, example] as const),
    ...media.flatMap(([where, one]) => examplesOf(one).map(([name, value]) => [`${where} ${name}`, one.schema, value] as const)),
  ];
}

const all = () => operationsOf(description).flatMap(([route, operation]) => shown(operation).map(([where, schema, value]) => ({ at: `${route}: ${where}`, schema, value })));

const codesOf = (schema: Media['schema']): readonly string[] => (schema as { allOf: readonly [unknown, { properties: { code: { enum: readonly string[] } } }] }).allOf[1].properties.code.enum;

const refusals = () =>
  operationsOf(description).flatMap(([route, { responses }]) =>
    Object.entries(responses).flatMap(([status, { content }]) =>
      Number(status) < 400 ? [] : Object.values(content ?? {}).map((media) => ({ at: `${route}: ${status}`, status: Number(status), media })),
    ),
  );

describe('every parameter, body, answer and problem', () => {
  it('has an example', () => expect(all().flatMap(({ at, value }) => (value === undefined ? [`${at} has no example`] : []))).toEqual([]));

  it('has an example that its schema takes', () => {
    expect(all().flatMap(({ at, schema, value }) => judge.faults(schema, value).map((fault) => `${at}${fault}`))).toEqual([]);
  });

  it('has an example that shows every field', () => {
    const bodies = operationsOf(description).flatMap(([route, { requestBody }]) => {
      const { schema, example } = requestBody?.content['application/json'] ?? {};
      const ref = schema?.['$ref'];
      const name = typeof ref === 'string' ? (ref.split('/').at(-1) ?? '') : '';
      const { properties = {} } = (description.components.schemas[name] ?? {}) as { properties?: object };
      return Object.keys(properties).filter((field) => !Object.hasOwn(example ?? {}, field)).map((field) => `${route}: ${name}.${field} is not in its example`);
    });
    expect(bodies).toEqual([]);
  });

  it('that is JSON is closed, but for problems', () => {
    const open = Object.entries(description.components.schemas).filter(([, schema]) => (schema as { type?: string }).type === 'object' && (schema as { additionalProperties?: boolean }).additionalProperties !== false);
    expect(open.map(([name]) => name)).toEqual(['Problem']);
    const bodies = operationsOf(description).flatMap(([route, { requestBody }]) => Object.values(requestBody?.content ?? {}).map(({ schema }) => ({ route, schema })));
    expect(bodies.filter(({ schema }) => schema['type'] === 'object' && schema['additionalProperties'] !== false)).toEqual([]);
  });

  it('says what each parameter is', () => {
    const silent = operationsOf(description).flatMap(([route, { parameters }]) => parameters.filter((one) => (one.description ?? '') === '').map(({ name }) => `${route}: ${name}`));
    expect(silent).toEqual([]);
  });

  it('of a status of failure names the closed set of its codes, with an example of each', () => {
    for (const { at, status, media } of refusals()) {
      const codes = codesOf(media.schema);
      expect([at, Object.keys(media.examples ?? {})]).toEqual([at, codes]);
      for (const name of codes) expect(description.components.examples[name]?.value).toMatchObject({ status, code: name, type: `urn:xinma:problem:${name}` });
    }
  });
});

describe('the judge', () => {
  it('finds what a schema does not take', () => {
    const view = { $ref: '#/components/schemas/ViewBody' };
    expect(judge.faults(view, { scope: 'status', purpose: 'FAMRQT' })).toEqual([]);
    expect(judge.faults(view, { scope: 'photo', purpose: 'FAMRQT' })).toEqual(['/scope must be equal to one of the allowed values']);
    expect(judge.faults(view, { scope: 'status', purpose: 'FAMRQT', more: 1 })).toEqual([' must NOT have additional properties']);
    expect(judge.faults({ type: 'string', format: 'date' }, '2026-02-30')).toHaveLength(1);
  });
});
