import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ConfigurationError, readConfiguration } from '../../../../libs/configuration/index.js';
import { fileSystemThat } from '../../../../test/kit/file-system.js';
import { Hold } from './run-file.js';

/** As cards and sticks do that know no links; or as where somebody else is sooner. */
let fault: { readonly code: string } = { code: 'EPERM' };
fileSystemThat((own) => ({
  linkSync: (_from, to) => {
    if (fault.code === 'EEXIST') own.writeFileSync(to, `${'ab'.repeat(32)}\n`, { mode: 0o600 });
    throw Object.assign(new Error(`${fault.code}: link`), { code: fault.code, syscall: 'link' });
  },
}));

let home: string;
beforeEach(() => {
  fault = { code: 'EPERM' };
  home = fs.mkdtempSync(join(tmpdir(), 'xinma-no-links-'));
});
afterEach(() => fs.rmSync(home, { recursive: true }));

it('A home on a medium that knows no links is refused in words, and nothing is left in it', () => {
  expect(() => Hold.take(home)).toThrow(`${home} is on a medium that knows no hard links, as most cards, sticks and shares: set XINMA_HOME to a folder on a disk`);
  expect(fs.readdirSync(home)).toEqual([]);
});

it('So it is where a master key would be made there', () => {
  expect(() => readConfiguration({ XINMA_HOME: home })).toThrow(ConfigurationError);
  expect(() => readConfiguration({ XINMA_HOME: home })).toThrow(/XINMA_HOME must be .*hard links/);
  expect(fs.readdirSync(home)).toEqual([]);
});

it('Of two that make a master key at once, both have the one that is there', () => {
  fault = { code: 'EEXIST' };
  expect(Buffer.from(readConfiguration({ XINMA_HOME: home }).masterKey.bytes).toString('hex')).toBe('ab'.repeat(32));
  expect(fs.readdirSync(home)).toEqual(['master.key']);
});
