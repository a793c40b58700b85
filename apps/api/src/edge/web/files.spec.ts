import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Files } from './files.js';

describe('The files of the pages', () => {
  let folder: string;
  let files: Files;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xinma-pages-'));
    files = new Files(() => folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const put = (name: string): void => writeFileSync(join(folder, name), name);
  const text = async (name: string, accepted = ''): Promise<string | undefined> => (await files.sent(name, accepted))?.bytes.toString();

  it('are found once they are built', async () => {
    rmSync(folder, { recursive: true });
    expect(await text('index.html')).toBeUndefined();
    folder = mkdtempSync(folder);
    put('index.html');
    expect(await text('index.html')).toBe('index.html');
  });

  it('are sent packed where that is accepted', async () => {
    ['a-12345678.js', 'a-12345678.js.br', 'a-12345678.js.gz'].forEach(put);
    expect(await files.sent('a-12345678.js', 'gzip, br')).toMatchObject({ encoding: 'br', immutable: true, type: 'text/javascript; charset=utf-8' });
    expect(await files.sent('a-12345678.js', 'gzip, br;q=0')).toMatchObject({ encoding: 'gzip' });
    expect(await files.sent('a-12345678.js', '')).toMatchObject({ encoding: undefined });
  });

  it('that went while they were built anew are none, and the new ones are found', async () => {
    ['index.html', 'old-12345678.js'].forEach(put);
    expect(await text('index.html')).toBe('index.html');
    renameSync(join(folder, 'old-12345678.js'), join(folder, 'new-12345678.js'));
    expect(await text('old-12345678.js')).toBeUndefined();
    expect(await text('new-12345678.js')).toBe('old-12345678.js');
  });
});
