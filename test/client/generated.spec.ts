import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { generate, type Generated } from './generate.js';

const FILES = ['libs/client/openapi.json', 'libs/client/schema.ts'] as const;

let generated: Generated;
beforeAll(async () => {
  generated = await generate();
});

describe('the generated client', () => {
  // Where this fails, a route changed: run `npm run client:generate` and commit what it writes.
  it.each(FILES)('has in %s what the routes declare now (npm run client:generate writes it)', (file) => {
    expect({ file, upToDate: readFileSync(file, 'utf8') === generated[file] }).toEqual({ file, upToDate: true });
  });
});
