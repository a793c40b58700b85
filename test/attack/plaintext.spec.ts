import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findPlaintext } from './plaintext.js';

const value = '欧阳娜娜 11010519491231002X';
const inside = `before ${value} after`;
const forms: readonly (readonly [string, string | Buffer])[] = [
  ['plain', inside],
  ['utf-16', Buffer.from(inside, 'utf16le')],
  ['hex', Buffer.from(inside).toString('hex')],
  ['base64', Buffer.from(inside).toString('base64')],
  ['base64', Buffer.from(`.${inside}`).toString('base64')],
  ['base64', Buffer.from(`..${inside}`).toString('base64')],
  ['base64url', Buffer.from(`..${inside}`).toString('base64url')],
  ['\\u', Array.from(inside, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')],
];

describe('the search for plaintext', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'xinma-plaintext-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(forms)('finds a value written as %s', (form, written) => {
    const file = join(folder, 'file');
    writeFileSync(file, written);
    expect(findPlaintext([folder], [value])).toContainEqual({ file, value, form });
  });

  it('finds nothing in other bytes', () => {
    writeFileSync(join(folder, 'file'), 'nothing of the kind');
    expect(findPlaintext([folder], [value])).toEqual([]);
  });
});
