import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCsv } from './csv.js';
import type { Line } from './lines.js';

const COLUMNS = { known: ['a', 'b', 'nam.fn'], required: ['a'] };

async function read(text: string | Uint8Array, size = 7, lines: Line[] = []): Promise<readonly Line[]> {
  const bytes = Buffer.from(text);
  async function* body() {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
  for await (const some of readCsv(body(), COLUMNS)) lines.push(...some);
  return lines;
}
const fields = (...rows: readonly Readonly<Record<string, string>>[]) => rows.map((row) => ({ kind: 'fields', fields: row }));

describe('CSV', () => {
  it('is read as RFC 4180 says: quotes, doubled quotes, commas and line ends in them', async () => {
    expect(await read('b,a\r\n1,"x, ""y""\r\nz"\r\n,\n\n"",2')).toEqual(fields({ b: '1', a: 'x, "y"\r\nz' }, { b: '', a: '' }, { b: '', a: '2' }));
  });

  it.each([1, 2, 3, 100])('may begin with a byte order mark, cut into pieces of %d', async (size) => expect(await read('\uFEFFa\n1\n', size)).toEqual(fields({ a: '1' })));

  it('has as many cells in each record as in its header, in UTF-8, and not too many bytes', async () => {
    const broken = Buffer.concat([Buffer.from('a,b\n1\n1,2,3\n'), Uint8Array.of(0xff), Buffer.from(`,1\n${'x'.repeat(16_384)},\n1,2\n`)]);
    expect(await read(broken, 5_000)).toEqual([...[2, 6, 4].map((length) => ({ kind: 'unreadable', length })), { kind: 'too-long', length: 16_386 }, ...fields({ a: '1', b: '2' })]);
  });

  it.each([
    ['an unknown column', 'a,secret\n', { code: 'unknown-field' }],
    ['an unnamed one', 'a,\n', { code: 'unknown-field' }],
    ['one with a space', 'a, b\n', { code: 'unknown-field' }],
    ['one in other letters', 'A\n', { code: 'unknown-field' }],
    ['one twice', 'a,b,nam.fn,b\n', { code: 'duplicate-key', extras: { members: { field: 'b' } } }],
    ['none that is required', 'b\n', { code: 'missing-field', extras: { members: { field: 'a' } } }],
    ['nothing', '', { code: 'missing-field', extras: { members: { field: 'a' } } }],
  ])('is refused for a header with %s', (_what, text, problem) => expect(read(text)).rejects.toMatchObject(problem));

  it.each([
    ['inside a bare cell', 'a\nx"y\n'],
    ['with something behind it', 'a\n"x"y\n'],
    ['that is never closed', 'a\n"x\n1\n'],
    ['that is not closed for long', `a\n"${'x\n'.repeat(100_000)}`],
  ])('ends at a quote %s', (_what, text) => expect(read(text)).rejects.toMatchObject({ code: 'malformed' }));

  it.each([1, 7, 10_000])('is read up to the record that breaks it, cut into pieces of %d', async (size) => {
    const lines: Line[] = [];
    const rows = Array.from({ length: 250 }, (_, index) => `${index}\n`);
    await expect(read(`a\n${rows.join('')}x"y\n1\n`, size, lines)).rejects.toMatchObject({ code: 'malformed' });
    expect(lines).toEqual(fields(...rows.map((row) => ({ a: row.trim() }))));
  });

  it('is read up to where its body breaks', async () => {
    const lines: Line[] = [];
    const body = async function* () {
      yield Buffer.from('a\n1\n2\nthree');
      throw new Error('cut');
    };
    const all = (async () => {
      for await (const some of readCsv(body(), COLUMNS)) lines.push(...some);
    })();
    await expect(all).rejects.toThrow('cut');
    expect(lines).toEqual(fields({ a: '1' }, { a: '2' }));
  });

  it('is told a few records at a time where they are long', async () => {
    const body = async function* () {
      yield Buffer.from('a,b\n');
      for (let row = 0; row < 20; row += 1) yield Buffer.from(`${row},${'x'.repeat(16_000)}\n`);
    };
    const together: number[] = [];
    for await (const lines of readCsv(body(), COLUMNS)) together.push(lines.length);
    expect(together.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(Math.max(...together)).toBeLessThan(6);
  });

  it('gives back whatever was written', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 });
    const written = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const property = fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), fc.integer({ min: 1, max: 50 }), async (rows, size) => {
      const text = [['a', 'b'], ...rows].map((row) => row.map(written).join(',')).join('\r\n');
      expect(await read(text, size)).toEqual(fields(...rows.map(([a, b]) => ({ a, b }))));
    });
    await fc.assert(property, { numRuns: 50 });
  });
});
