import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { type Feed, formOf, slicesOf, Unreadable } from './slices.js';

const feedOf = (name: string): Feed => ({ form: formOf(name), header: undefined });

/** What a file is cut into: of each slice its text, and the lines that its rows begin on. */
async function cut(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<readonly (readonly [string, readonly number[]])[]> {
  const slices: (readonly [string, readonly number[]])[] = [];
  for await (const { body, rows } of slicesOf(new Blob([content]), feedOf(name))) slices.push([await body.text(), rows.map(({ line }) => line)]);
  return slices;
}

describe('a file in slices', () => {
  it('keeps its rows byte for byte, with the lines that they begin on; empty ones are no rows', async () => expect(await cut('f.ndjson', '{"a":1}\n\n{"b":"é"}\r\n{"c"')).toEqual([['{"a":1}\n{"b":"é"}\r\n{"c"\n', [1, 3, 4]]]));

  it('goes a hundred rows at a time', async () => {
    const [first, second, third] = await cut('f.ndjson', Array.from({ length: 201 }, (_, index) => `${index}\n`).join(''));
    expect([first?.[1].length, second?.[1].length, third]).toEqual([100, 100, ['200\n', [201]]]);
  });

  it('of CSV has its header in each, and rows that go over lines', async () => {
    const rows = Array.from({ length: 101 }, (_, index) => `${index},"x\ny"`).join('\r\n');
    const slices = await cut('f.CSV', `\uFEFFci,tc\r\n${rows}`);
    expect(slices.map(([text]) => text.split('\r\n')[0])).toEqual(['ci,tc', 'ci,tc']);
    expect(slices.map(([, lines]) => [lines[0], lines.length])).toEqual([
      [2, 100],
      [202, 1],
    ]);
  });

  it('is unpacked', async () => expect(await cut('f.csv.gz', new Uint8Array(gzipSync('ci\n1\n')))).toEqual([['ci\n1\n', [2]]]));

  it('without rows is sent all the same', async () => expect(await cut('f.csv', '')).toEqual([['', []]]));

  it.each([
    ['whose packing is broken', 'f.gz', Uint8Array.of(0x1f, 0x8b, 1, 2, 3)],
    ['whose row does not end', 'f.csv', `ci\n"${'x'.repeat(2_000_000)}`],
  ])('%s is no feed', async (_what, name, content) => expect(cut(name, content)).rejects.toThrow(Unreadable));
});
