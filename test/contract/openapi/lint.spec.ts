import { describe, expect, it } from '@jest/globals';
import spectral from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';
import { type Description, served } from './served.js';

// Every rule for OpenAPI of the public linter, but one: `contact-properties` wants an e-mail address, and none is true of every instance.
const RULES = { extends: [[rulesets.oas, 'all']], rules: { 'contact-properties': 'off' } };

/** What the linter finds, from errors down to hints. */
async function findings(text: string): Promise<readonly string[]> {
  const linter = new spectral.Spectral();
  linter.setRuleset(RULES as never);
  return (await linter.run(text)).map(({ code, path, message }) => `${String(code)} ${path.join('.')}: ${message}`);
}

/** The document with one fault. */
type Fault = readonly [rule: string, plant: (document: Description) => object];

const me = ({ paths }: Description) => paths['/v1/me']?.['get'];
const withMe = (document: Description, change: object): object => ({ ...document, paths: { '/health': document.paths['/health'], '/v1/me': { get: { ...me(document), ...change } } } });

const FAULTS: readonly Fault[] = [
  ['oas3-schema', (document) => withMe(document, { responses: 1 })],
  ['operation-description', (document) => withMe(document, { description: undefined })],
  ['operation-operationId-unique', (document) => withMe(document, { operationId: 'getHealth' })],
  ['operation-tag-defined', (document) => withMe(document, { tags: ['nowhere'] })],
  ['oas3-unused-component', (document) => ({ ...withMe(document, {}), components: { ...document.components, schemas: { ...document.components.schemas, Forgotten: { type: 'object' } } } })],
  ['invalid-ref', (document) => ({ ...document, paths: { '/v1/me': document.paths['/v1/me'] }, components: { ...document.components, schemas: {} } })],
  ['oas3-valid-media-example', (document) => withMe(document, { responses: { 200: { description: 'x', content: { 'application/json': { schema: { type: 'string' }, example: 1 } } } } })],
  ['info-license', (document) => ({ ...withMe(document, {}), info: { ...document.info, license: undefined } })],
];

describe('the description', () => {
  it('has nothing that the linter finds', async () => expect(await findings(await served())).toEqual([]), 60_000);

  it.each(FAULTS)('is checked: %s is found', async (rule, plant) => {
    const found = await findings(JSON.stringify(plant(JSON.parse(await served()) as Description)));
    expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${rule} `)));
  }, 60_000);
});
