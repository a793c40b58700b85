import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { fileSystemThat } from '../../test/kit/file-system.js';
import { makeSecrets, readSecrets } from './secrets.js';

/** What reaches the disk, in order. */
const done: string[] = [];
fileSystemThat((own) => ({
  fsyncSync: (descriptor: number) => {
    done.push('synced');
    own.fsyncSync(descriptor);
  },
  renameSync: (...given: Parameters<typeof fs.renameSync>) => {
    done.push('named');
    own.renameSync(...given);
  },
}));

const folder = fs.mkdtempSync(join(tmpdir(), 'xinma-durable-secrets-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

it('Passwords are on the disk, and so is their name, before there is a cluster that they open', () => {
  const file = join(folder, 'postgres.secrets.json');
  const made = makeSecrets(file);
  expect(done).toEqual(process.platform === 'win32' ? ['synced', 'named'] : ['synced', 'named', 'synced']);
  expect(readSecrets(file)).toEqual(made);
});
