import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, jest } from '@jest/globals';

/** What reaches the disk, in order. */
const done: string[] = [];
const names = new Map<number, string>();
jest.unstable_mockModule('node:fs', () => ({
  ...fs,
  openSync: (...given: Parameters<typeof fs.openSync>) => {
    const opened = fs.openSync(...given);
    names.set(opened, String(given[0]));
    return opened;
  },
  fsyncSync: (descriptor: number) => {
    done.push(`synced ${names.get(descriptor) ?? ''}`);
    fs.fsyncSync(descriptor);
  },
  linkSync: (...given: Parameters<typeof fs.linkSync>) => {
    done.push('named');
    fs.linkSync(...given);
  },
  writeFileSync: (...given: Parameters<typeof fs.writeFileSync>) => {
    const how = given[2];
    if (typeof how === 'object' && how?.flush === true) done.push('written');
    fs.writeFileSync(...given);
  },
}));
const { readConfiguration } = await import('./configuration.js');

const home = fs.mkdtempSync(join(tmpdir(), 'xinma-durable-key-'));
afterAll(() => fs.rmSync(home, { recursive: true }));

// A power cut would leave what PostgreSQL had synced, sealed under a key that nobody has.
it('A master key is on the disk, and so is its name, before anything can be sealed under it', () => {
  readConfiguration({ XINMA_HOME: home });
  expect(done).toEqual(process.platform === 'win32' ? ['written', 'named'] : ['written', 'named', `synced ${home}`]);
});
