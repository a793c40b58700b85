import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { fileSystemThat } from '../../../../test/kit/file-system.js';
import { RejectedRows } from './rejected-rows.js';

let links = 0;
/** As cards and sticks do that know no links. */
fileSystemThat(() => ({
  linkSync: () => {
    links += 1;
    throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM', syscall: 'link' });
  },
}));

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'xinma-rejected-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const textOf = (name: string): string => fs.readFileSync(join(folder, name), 'utf8');

it('Rows that were not taken are kept, and go over nothing, also on a medium that knows no links', () => {
  for (const row of ['first', 'second']) {
    const rows = RejectedRows.from(join(folder, 'feed.rejected.ndjson'));
    rows.add(Buffer.from(row), 7, 'format');
    expect(rows.finish()?.rows).toBe(1);
  }
  expect(fs.readdirSync(folder).toSorted()).toEqual(['feed.rejected-2.ndjson', 'feed.rejected-2.ndjson.tsv', 'feed.rejected.ndjson', 'feed.rejected.ndjson.tsv']);
  expect(links).toBeGreaterThan(0);
  expect(['feed.rejected.ndjson', 'feed.rejected-2.ndjson', 'feed.rejected.ndjson.tsv'].map(textOf)).toEqual(['first\n', 'second\n', 'row\tline\tverdict\n1\t7\tformat\n']);
});

it('Rows that were not taken are kept also where an import was killed whose process had the same number, as in containers', () => {
  fs.writeFileSync(join(folder, `feed.rejected.ndjson.partial-${process.pid}`), 'begun');
  const rows = RejectedRows.from(join(folder, 'feed.rejected.ndjson'));
  rows.add(Buffer.from('row'), 1, 'format');
  expect(rows.finish()?.rows).toBe(1);
  expect(textOf('feed.rejected.ndjson')).toBe('row\n');
});

it('A file without a name is refused before anything is sent', () => expect(() => RejectedRows.at('')).toThrow('--rejected is empty'));
