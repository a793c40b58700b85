import { existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { lookAtHome } from './home.js';

it('A home that is not there yet is only watched where a start can make it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xinma-home-'));
  expect(lookAtHome(join(folder, 'new'))[0]).toMatchObject({ level: 'warn', about: 'home' });
  rmdirSync(folder);
  if (existsSync('/proc/self')) expect(lookAtHome('/proc/xinma')[0]).toMatchObject({ level: 'wrong', about: 'home', says: '/proc/xinma is not there, and can not be made' });
});
