import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse';
import fc from 'fast-check';
import { cellsOf, csvOf, inert } from './cells.js';

describe('a cell for a spreadsheet', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['\t=1', "' =1"],
    ['\r\n=1', "'  =1"],
    ['＝1+1', "'＝1+1"],
    ['x;=1', "x;'=1"],
    ['x,=1', "x,'=1"],
    ['TUBE-1', 'TUBE-1'],
    ['张=1', '张=1'],
  ])('%j is text that nothing executes: %j', (cell, text) => expect(inert(cell)).toBe(text));

  it('begins no formula, whichever separator it is cut at', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', ' ', '\t', '\n', ';', ',', '|', '"', 'a'), maxLength: 12 }), (cell) => {
        for (const separator of [',', ';', '\t', '|']) for (const piece of csvOf([[cell]]).slice(1).split(separator)) expect(piece.replace(/^["\s]+/, '')).not.toMatch(/^[=+\-@＝]/);
      }),
    ));
});

describe('a table as CSV', () => {
  it('is read back by whoever reads RFC 4180', async () => {
    const property = fc.asyncProperty(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 5 }), async (rows) => {
      expect(await parse(csvOf(rows), { bom: true, record_delimiter: '\r\n' }).toArray()).toEqual(rows.map((cells) => cells.map(inert)));
    });
    await fc.assert(property);
  });
});

describe('a record', () => {
  it.each([
    ['a,b', ['a', 'b']],
    ['a,"b, ""c""",\r', ['a', 'b, "c"', '']],
    [',', ['', '']],
    ['"x\ny"', ['x\ny']],
  ])('%j has these cells', (record, cells) => expect(cellsOf(record)).toEqual(cells));
});
