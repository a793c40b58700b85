import { gzipSync } from 'node:zlib';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readCsv } from '../../../api/src/edge/rows/csv.js';
import { readLines } from '../../../api/src/edge/rows/lines.js';
import { feedsAt, piecesOf, rejectedBeside } from './feed-source.js';
import { InFlight } from './in-flight.js';
import type { Piece } from './piece.js';
import { type FeedForm, RowSplitter } from './row-splitter.js';

const folder = mkdtempSync(join(tmpdir(), 'xinma-feeds-'));
afterAll(() => rmSync(folder, { recursive: true }));
const texts = (rows: readonly Uint8Array[]): readonly string[] => rows.map((row) => Buffer.from(row).toString());

/** The rows of a text that comes in pieces of these lengths. */
function split(form: FeedForm, text: string, lengths: readonly number[]): { readonly header: string | undefined; readonly rows: readonly string[] } {
  const [splitter, bytes] = [new RowSplitter(form), Buffer.from(text)];
  const rows: Uint8Array[] = [];
  let at = 0;
  for (const length of [...lengths, bytes.length]) {
    rows.push(...splitter.push(bytes.subarray(at, at + length)));
    at += length;
  }
  return { rows: texts([...rows, ...splitter.end()]), header: splitter.header === undefined ? undefined : Buffer.from(splitter.header).toString() };
}

/** The rows of a feed of NDJSON at this path, and whether its very bytes are sent. */
async function cut(path: string): Promise<{ readonly sent: boolean; readonly rows: readonly string[] }> {
  const [wire, rows]: [Uint8Array[], Uint8Array[]] = [[], []];
  for (const feed of feedsAt(path)) {
    for await (const piece of piecesOf(feed, new RowSplitter('ndjson'))) {
      wire.push(piece.wire);
      rows.push(...piece.rows);
    }
  }
  return { sent: Buffer.concat(wire).equals(readFileSync(path)), rows: texts(rows) };
}

const lengths = fc.array(fc.integer({ min: 0, max: 9 }));

describe('A feed is cut into rows', () => {
  it('as lines, however it comes', () =>
    fc.assert(fc.property(fc.stringMatching(/^\uFEFF?[ab"\r\n€]{0,30}$/), lengths, (text, pieces) => {
      const lines = text.replace(/^\uFEFF/, '').split('\n').map((line) => line.replace(/\r$/, ''));
      expect(split('ndjson', text, pieces)).toEqual({ rows: lines.filter((line) => line !== ''), header: undefined });
    })));

  it('as records, whatever is between their quotes', () => {
    const field = fc.stringMatching(/^[ab,"\r\n€]{0,8}$/).map((value) => `"${value.replaceAll('"', '""')}"`);
    const record = fc.array(field, { minLength: 1, maxLength: 3 }).map((fields) => fields.join(','));
    fc.assert(fc.property(record, fc.array(record), fc.constantFrom('\n', '\r\n'), lengths, (header, records, end, pieces) => {
      const raw = [header, ...records].map((line) => `${line}${end.slice(0, -1)}`);
      expect(split('csv', raw.map((line) => `${line}\n`).join('\r\n'), pieces)).toEqual({ header: raw[0], rows: raw.slice(1) });
    }));
  });

  it('as the server counts them, whatever stands in it', async () => {
    const body = fc.stringMatching(/^(?:[a,"\r\n]|"a"|a,a\r\n){0,40}$/);
    const count = async (lines: AsyncIterable<readonly unknown[]>): Promise<number | undefined> => {
      let counted = 0;
      try {
        for await (const some of lines) counted += some.length;
        return counted;
      } catch {
        // No CSV: nobody can say where its rows are.
        return undefined;
      }
    };
    async function* sent(text: string) {
      yield Buffer.from(text);
    }
    await fc.assert(fc.asyncProperty(body, lengths, async (text, pieces) => {
      const here = split('csv', `a,b\n${text}`, pieces).rows.length;
      expect(here).toBe((await count(readCsv(sent(`a,b\n${text}`), { known: ['a', 'b'], required: [] }))) ?? here);
      expect(split('ndjson', text, pieces).rows.length).toBe(await count(readLines(sent(text))));
    }), { numRuns: 300 });
  });

  it('and is none where a row does not end', () => expect(() => new RowSplitter('csv').push(Buffer.from(`"${'x'.repeat(5_000_000)}`))).toThrow('this is no feed'));
});

async function* piecesThat(told: { read: number }, count: number, rowsEach: number): AsyncGenerator<Piece> {
  for (let piece = 0; piece < count; piece += 1) {
    told.read += rowsEach;
    yield { wire: Buffer.from('x'), rows: Array.from({ length: rowsEach }, (_, row) => Buffer.from(String(piece * rowsEach + row))), read: 1 };
  }
}

describe('A feed on its way', () => {
  it('is read no further than so many rows before the oldest without a verdict', async () => {
    const told = { read: 0 };
    const flight = new InFlight(piecesThat(told, 100, 500));
    const body = flight.body();
    const sending = (async () => {
      let sent = 0;
      for await (const _ of body) sent += 1;
      return sent;
    })();
    for (let before = -1; before !== told.read; await new Promise((soon) => setTimeout(soon, 20))) before = told.read;
    expect(told.read).toBe(20_500);
    const taken: string[] = [];
    for (let row = await flight.take(); row !== undefined; row = await flight.take()) taken.push(Buffer.from(row).toString());
    expect(taken).toEqual(Array.from({ length: 50_000 }, (_, row) => String(row)));
    expect(await sending).toBe(100);
  });

  it('hands back what no verdict came for, also what was not read yet', async () => {
    const flight = new InFlight(piecesThat({ read: 0 }, 10, 3));
    const body = flight.body();
    await body.next();
    await body.next();
    await flight.take();
    const rows: Uint8Array[] = [];
    for await (const row of flight.unanswered()) rows.push(row);
    expect(texts(rows)).toEqual(Array.from({ length: 29 }, (_, row) => String(row + 1)));
    expect(await body.next()).toEqual({ value: undefined, done: true });
  });
});

describe('A feed that is stopped', () => {
  it('hands back what no verdict came for also where the rest of it cannot be read, and then says so', async () => {
    const flight = new InFlight(
      (async function* () {
        yield* piecesThat({ read: 0 }, 2, 3);
        throw new Error('the rest is gone');
      })(),
    );
    const body = flight.body();
    await body.next();
    await body.next();
    const rows: Uint8Array[] = [];
    const reading = (async () => {
      for await (const row of flight.unanswered()) rows.push(row);
    })();
    await expect(reading).rejects.toThrow('the rest is gone');
    expect(texts(rows)).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  it('hands back the last piece, too, which its body was just reading', async () => {
    const flight = new InFlight(piecesThat({ read: 0 }, 1, 3));
    const reading = flight.body().next();
    const rows: Uint8Array[] = [];
    for await (const row of flight.unanswered()) rows.push(row);
    expect(texts(rows)).toEqual(['0', '1', '2']);
    await reading;
  });
});

describe('Feeds', () => {
  const file = (name: string, bytes: string | Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  it('are known by their endings; a folder is all of its feeds, but not what was rejected', () => {
    for (const name of ['b.ndjson', 'a.csv.gz', 'b.rejected.ndjson', 'b.rejected-2.ndjson', 'b.rejected.ndjson.tsv', 'README.md']) file(name, '');
    expect(feedsAt(folder).map(({ path, form, gzip }) => [path, form, gzip])).toEqual([[join(folder, 'a.csv.gz'), 'csv', true], [join(folder, 'b.ndjson'), 'ndjson', false]]);
    expect(feedsAt(folder).map(rejectedBeside)).toEqual([join(folder, 'a.rejected.csv'), join(folder, 'b.rejected.ndjson')]);
    expect(feedsAt('-', 'csv').map(rejectedBeside)).toEqual(['feed.rejected.csv']);
    expect(() => feedsAt(file('feed.txt', ''))).toThrow('should end in .ndjson or .csv');
  });

  it('are known by endings in capitals, too', () => {
    expect(feedsAt(file('DAY.CSV', '')).map(({ form, gzip }) => [form, gzip])).toEqual([['csv', false]]);
    expect(feedsAt(file('DAY.NDJSON.GZ', '')).map(({ form, gzip }) => [form, gzip])).toEqual([['ndjson', true]]);
    expect(feedsAt(folder).map(({ path }) => path)).toEqual(expect.arrayContaining([join(folder, 'DAY.CSV'), join(folder, 'DAY.NDJSON.GZ')]));
  });

  it('of gzip are sent as they are, and known row by row', async () => {
    const lines = Array.from({ length: 5_000 }, (_, row) => JSON.stringify({ row, fill: (row * 7919) % 1_009 }));
    const zipped = gzipSync(lines.join('\n'));
    expect(await cut(file('big.ndjson.gz', zipped))).toEqual({ sent: true, rows: lines });
  });

  it.each([1, 20_000])('of gzip that something stands behind are known to their end, however long that is: %d', async (more) => {
    const lines = Array.from({ length: 5_000 }, (_, row) => `${(row * 7919) % 1_009}`);
    const sent = Buffer.concat([gzipSync(lines.join('\n')), Buffer.alloc(more)]);
    expect(await cut(file('padded.ndjson.gz', sent))).toEqual({ sent: true, rows: lines });
  });

  it.each([
    ['were cut off', (zipped: Buffer) => zipped.subarray(0, -9)],
    ['are damaged', (zipped: Buffer) => Buffer.from(zipped.map((byte, index) => (index === zipped.length >> 1 ? byte ^ 0xff : byte)))],
    ['have another checksum', (zipped: Buffer) => Buffer.from(zipped.map((byte, index) => (index === zipped.length - 6 ? byte ^ 1 : byte)))],
    ['are no gzip at all', () => Buffer.from('{}\n')],
    ['are nothing', () => Buffer.alloc(0)],
  ])('of gzip that %s say so', async (_what, spoil) => {
    const lines = Array.from({ length: 5_000 }, (_, row) => `${(row * 7919) % 1_009}\n`).join('');
    await expect(cut(file('spoilt.ndjson.gz', spoil(gzipSync(lines))))).rejects.toThrow('no whole gzip file');
  });
});
