import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { admitRow, MAX_ROW_BYTES, readRow, REQUIRED_COLUMNS, ROW_COLUMNS } from './row.js';
import { labRow } from './row.fixture.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const line = (change: object): Uint8Array => bytes(JSON.stringify({ ...labRow(), ...change }));
const padded = (length: number): Uint8Array => {
  const short = line({ source: '' }).byteLength;
  return line({ source: 'x'.repeat(length - short) });
};

/** Processor time, in microseconds, of the best of some tries. */
function costOf(task: () => unknown): number {
  const tries = Array.from({ length: 15 }, () => {
    const before = process.cpuUsage();
    for (let turn = 0; turn < 30; turn += 1) task();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...tries);
}

describe('a row', () => {
  it('is read as it was written', () => expect(readRow(line({}))).toEqual(labRow()));

  it('may leave out all but five fields', () =>
    expect(readRow(bytes('{"tg":"a","tt":"b","sc":"c","tr":"d","ci":"e"}'))).toEqual({
      tg: 'a', tt: 'b', sc: 'c', tr: 'd', ci: 'e', nam: { fn: '', gn: '', fnt: '', gnt: '' }, dob: '', nm: '', ma: '', dr: '', tc: '', co: '', is: '', source: '',
    }));

  it('is at most 16 KiB long', () => {
    expect(padded(MAX_ROW_BYTES).byteLength).toBe(16_384);
    expect(readRow(padded(MAX_ROW_BYTES))).toBeDefined();
    expect(readRow(padded(MAX_ROW_BYTES + 1))).toBeUndefined();
  });

  it.each(['tg', 'tt', 'sc', 'tr', 'ci'])('is no row without %s', (field) => {
    expect(readRow(line({ [field]: '' }))).toBeUndefined();
    expect(readRow(line({ [field]: undefined }))).toBeUndefined();
  });

  it.each([
    ['an unknown field', line({ colour: 'red' })],
    ['an unknown field of the name', line({ nam: { fn: 'A', middle: 'B' } })],
    ['a name that is text', line({ nam: 'Gabriele' })],
    ['a name that is an empty text', line({ nam: '' })],
    ['a name that is an empty list', line({ nam: [] })],
    ['a name that is a number', line({ nam: 1 })],
    ['a name that is null', line({ nam: null })],
    ['a number for a text', line({ ma: 1232 })],
    ['null for a text', line({ dr: null })],
    ['an inherited name', line({ toString: 'x' })],
    ['a prototype', bytes('{"tg":"a","tt":"b","sc":"c","tr":"d","ci":"e","__proto__":{}}')],
    ['half a character', bytes('{"tg":"a","tt":"b","sc":"c","tr":"d","ci":"\\ud800"}')],
    ['a list', bytes('[]')],
    ['a text', bytes('"x"')],
    ['nothing', bytes('')],
    ['two values', bytes('{}{}')],
    ['a byte order mark', bytes(`\uFEFF${JSON.stringify(labRow())}`)],
    ['broken UTF-8', Uint8Array.of(...line({}).slice(0, -1), 0xff, 0x7d)],
    ['broken UTF-8 in a text', Uint8Array.of(...bytes('{"tg":"a","tt":"b","sc":"c","tr":"d","ci":"'), 0xff, 0x22, 0x7d)],
    ['a field twice', bytes('{"tg":"a","tt":"b","sc":"c","tr":"d","ci":"e","ci":"e"}')],
    ['a field twice, once escaped', bytes('{"tg":"a","tt":"b","sc":"c","tr":"d","ci":"e","\\u0063i":"f"}')],
    ['a field twice, once no text', bytes('{"ci":[["a"],{"b":1}],"tg":"a","tt":"b","sc":"c","tr":"d","ci":"e"}')],
    ['a name twice', bytes('{"tg":"a","tt":"b","sc":"c","tr":"d","ci":"e","nam":{"fn":"a"},"nam":{"fn":"b"}}')],
    ['a name twice, the last of nothing', bytes('{"tg":"a","tt":"b","sc":"c","tr":"d","ci":"e","nam":"x","nam":{}}')],
    ['a field twice, with spaces', bytes('{ "tg": "a", "tt": "b", "sc": "c", "tr": "d", "ci": "e", "nam": { "fn": "a", "fn": "a" } }')],
    ['a field of the name twice', bytes('{"tg":"a","tt":"b","sc":"c","tr":"d","ci":"e","nam":{"fn":"a","fn":"b"}}')],
  ])('is not %s', (_what, sent) => expect(readRow(sent)).toBeUndefined());

  it('may say a field name in a text, or the same name at two depths', () => {
    expect(readRow(bytes('{"tg":"a","tt":"\\"ci\\":","sc":"{","tr":"}","ci":"e"}'))?.tt).toBe('"ci":');
  });

  it('that repeats a key is none, wherever it stands and however it is spelt, and one that does not is one', () => {
    const field = fc.constantFrom('tg', 'tt', 'sc', 'tr', 'ci', 'tc', 'nam');
    const value = fc.oneof(fc.string({ minLength: 1 }), fc.json({ maxDepth: 3 }).map((text): unknown => JSON.parse(text)));
    fc.assert(
      fc.property(field, value, fc.boolean(), fc.constantFrom('', ' ', '\n'), (name, first, escaped, space) => {
        const rest = JSON.stringify(labRow(), null, space === '' ? 0 : 1);
        const key = escaped ? `"\\u00${name.charCodeAt(0).toString(16)}${name.slice(1)}"` : `"${name}"`;
        expect(readRow(bytes(rest))).toEqual(labRow());
        expect(readRow(bytes(rest.replace('{', `{${space}${key}${space}:${JSON.stringify(first)},`)))).toBeUndefined();
      }),
    );
  });

  // Of processor time only what one does of what another does beside it, each at its best.
  it.each([
    ['of many keys', `{ ${Array.from({ length: 1_300 }, (_, key) => `"${key}":1`).join(',')}}`],
    ['of many texts behind one that repeats', `{ "ci":[${'"",'.repeat(5_000)}""],"tg":"a","tt":"b","sc":"c","tr":"d","ci":"e"}`],
  ])('costs no more than a few times what it costs to parse, also one %s', (_what, text) => {
    const sent = bytes(text);
    expect(readRow(sent)).toBeUndefined();
    expect(costOf(() => readRow(sent)) / costOf(() => JSON.parse(text))).toBeLessThan(5);
  });

  it('may be written with spaces, and with escapes', () => {
    expect(readRow(bytes(JSON.stringify(labRow(), null, 2)))).toEqual(labRow());
    expect(readRow(bytes('{"tg":"a","tt":"b","sc":"c","tr":"d","\\u0063i":"\\u0065"}'))?.ci).toBe('e');
  });

  it('is undefined, never an error, for any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (sent) => expect(readRow(sent)).toBeUndefined()));
    fc.assert(fc.property(fc.json(), (text) => expect(readRow(bytes(text))).toBeUndefined()));
  });

  it('comes back whatever its texts are', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii', minLength: 1 }), (tc, ci) => expect(readRow(line({ tc, ci }))).toMatchObject({ tc, ci }))));
});

describe('a row by its columns', () => {
  const columns = { tg: 'a', tt: 'b', sc: 'c', tr: 'd', ci: 'e' };
  const nothing = { nam: { fn: '', gn: '', fnt: '', gnt: '' }, dob: '', nm: '', ma: '', dr: '', tc: '', co: '', is: '', source: '' };

  it('is that of the feed', () => expect(admitRow({ ...columns, tc: 'Centre', 'nam.fn': 'Li', 'nam.gnt': 'NA' })).toEqual({ ...nothing, ...columns, tc: 'Centre', nam: { ...nothing.nam, fn: 'Li', gnt: 'NA' } }));
  it('may leave out all but five', () => expect(admitRow(columns)).toEqual({ ...nothing, ...columns }));
  it.each([{ nam: 'Li' }, { 'nam.middle': 'x' }, { 'x.nam.': 'x' }, { colour: 'red' }, { ci: '' }, { tc: '\ud800' }, { fn: 'Li' }])('is none with %j', (change) => expect(admitRow({ ...columns, ...change })).toBeUndefined());
  it('has these columns, and needs these', () => {
    expect([...ROW_COLUMNS].toSorted()).toEqual(['ci', 'co', 'dob', 'dr', 'is', 'ma', 'nam.fn', 'nam.fnt', 'nam.gn', 'nam.gnt', 'nm', 'sc', 'source', 'tc', 'tg', 'tr', 'tt']);
    expect(REQUIRED_COLUMNS).toEqual(['tg', 'tt', 'sc', 'tr', 'ci']);
  });
});
