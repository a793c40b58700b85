import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { fileSystemThat } from '../../test/kit/file-system.js';
import { readConfiguration } from './configuration.js';

/** What reaches the disk, in order. */
const done: string[] = [];
const names = new Map<number, string>();
fileSystemThat((own) => ({
  openSync: (...given: Parameters<typeof fs.openSync>) => {
    const opened = own.openSync(...given);
    names.set(opened, String(given[0]));
    return opened;
  },
  fsyncSync: (descriptor: number) => {
    done.push(`synced ${names.get(descriptor)?.replace(/\.[0-9a-f]+$/, '') ?? ''}`);
    own.fsyncSync(descriptor);
  },
  linkSync: (...given: Parameters<typeof fs.linkSync>) => {
    done.push('named');
    own.linkSync(...given);
  },
}));

const home = fs.mkdtempSync(join(tmpdir(), 'xinma-durable-key-'));
afterAll(() => fs.rmSync(home, { recursive: true }));

// A power cut would leave what PostgreSQL had synced, sealed under a key that nobody has.
it('A master key is on the disk, and so is its name, before anything can be sealed under it', () => {
  readConfiguration({ XINMA_HOME: home });
  const written = `synced ${join(home, 'master.key')}`;
  expect(done).toEqual(process.platform === 'win32' ? [written, 'named'] : [written, 'named', `synced ${home}`]);
});
