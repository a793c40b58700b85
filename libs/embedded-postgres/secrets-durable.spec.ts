import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, jest } from '@jest/globals';

/** What reaches the disk, in order. */
const done: string[] = [];
jest.unstable_mockModule('node:fs', () => ({
  ...fs,
  fsyncSync: (descriptor: number) => {
    done.push('folder synced');
    fs.fsyncSync(descriptor);
  },
  renameSync: (...given: Parameters<typeof fs.renameSync>) => {
    done.push('named');
    fs.renameSync(...given);
  },
  writeFileSync: (...given: Parameters<typeof fs.writeFileSync>) => {
    const how = given[2];
    if (typeof how === 'object' && how?.flush === true) done.push('written');
    fs.writeFileSync(...given);
  },
}));
const { makeSecrets, readSecrets } = await import('./secrets.js');

const folder = fs.mkdtempSync(join(tmpdir(), 'xinma-durable-secrets-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

it('Passwords are on the disk, and so is their name, before there is a cluster that they open', () => {
  const file = join(folder, 'postgres.secrets.json');
  const made = makeSecrets(file);
  expect(done).toEqual(process.platform === 'win32' ? ['written', 'named'] : ['written', 'named', 'folder synced']);
  expect(readSecrets(file)).toEqual(made);
});
