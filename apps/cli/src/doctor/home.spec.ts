import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { lookAtHome } from './home.js';

const folder = mkdtempSync(join(tmpdir(), 'xinma-home-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('A home that is not there yet is only watched where a start can make it', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(lookAtHome(join(folder, 'new'))[0]).toMatchObject({ level: 'warn', about: 'home' });
  // What the kernel makes up, where there is any.
  const nowhere = existsSync('/proc/self') ? '/proc/xinma' : join(folder, 'file', 'new');
  expect(lookAtHome(nowhere)[0]).toMatchObject({ level: 'wrong', about: 'home', says: expect.stringMatching(/be made/) });
});
