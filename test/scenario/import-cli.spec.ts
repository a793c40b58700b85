import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deskOf, generate } from '../../apps/cli/src/feed/generate/generate.js';
import { lineOf } from '../../apps/cli/src/feed/generate/rows.js';
import { type Town, barcodeOf } from '../../apps/cli/src/feed/generate/town.js';
import { sendBy } from '../../apps/cli/src/feed/sending.js';
import { importFeed } from '../../apps/cli/src/import.js';
import { Institutions } from '../../libs/application/institutions/index.js';
import { Ledger } from '../../libs/application/ledger/index.js';
import { Names } from '../../libs/application/names.js';
import { EventStore } from '../../libs/event-store/index.js';
import { BlindIndex } from '../../libs/vault/index.js';
import { eventually } from '../kit/eventually.js';
import { ImportProgram } from '../kit/import-program.js';
import { Instance } from '../kit/instance.js';

const town: Town = { rows: 2_250, seed: 'cli', asOf: '2026-11-20' };
const folder = mkdtempSync(join(tmpdir(), 'xinma-import-cli-'));
const feed = join(folder, 'feed.ndjson');
let instance: Instance;
let token: string;
const programs = new ImportProgram(() => token);

beforeAll(async () => {
  instance = await Instance.start({ at: '2026-11-20T08:00:00Z' });
  token = (await instance.as('nurse-zhou')).token ?? '';
  const { app } = instance.server;
  const desk = await deskOf({ institutions: app.get(Institutions), ledger: app.get(Ledger), names: app.get(Names), index: app.get(BlindIndex), clock: instance.clock }, { registrar: 'registrar-he', clinic: 'nurse-zhou' });
  await generate(desk, town, feed, { say: () => undefined, progress: () => undefined });
});
afterAll(async () => {
  programs.end();
  rmSync(folder, { recursive: true });
  await instance.close();
});

const file = (name: string): string => join(folder, name);
const linesOf = (name: string): readonly string[] => readFileSync(file(name), 'utf8').trimEnd().split('\n');
const planned = Array.from({ length: town.rows }, (_, row) => lineOf(town, row));
const bad = planned.flatMap((line, index) => (line.verdict === 'recorded' || line.verdict === 'already-recorded' ? [] : [{ ...line, line: index + 1 }]));

type Row = Readonly<Record<string, string>>;

/** A row by the columns of a table. */
function cellsOf(text: string): Row {
  const { nam = {}, ...rest } = JSON.parse(text) as { nam?: Row };
  return { ...rest, ...Object.fromEntries(Object.entries(nam).map(([name, value]) => [`nam.${name}`, value])) };
}

const COLUMNS = ['nam.fn', 'nam.gn', 'nam.fnt', 'nam.gnt', 'dob', 'tg', 'tt', 'nm', 'ma', 'sc', 'dr', 'tr', 'tc', 'co', 'is', 'ci'];
const recordOf = (row: Row): string => COLUMNS.map((name) => `"${row[name] ?? ''}"`).join();

/** Runs the command's own code; what it says, and how it ends. */
async function run(path: string, { address = instance.address, rejected }: { address?: string; rejected?: string } = {}) {
  const said: string[] = [];
  const screen = { say: (line: string) => said.push(stripVTControlCharacters(line).trim()), progress: () => undefined };
  const code = await importFeed(sendBy({ address, token }), { feed: path, rejected }, screen);
  return { code, said };
}

async function recorded(): Promise<number> {
  const events = await instance.server.app.get(EventStore).readAll(0n, 100_000);
  return events.filter(({ type }) => type === 'ResultRecorded').length;
}

/** A way to the server that lets so many bytes of the answer through, and is cut once `taken` says that some of them arrived. */
async function cutAfter(bytes: number, taken: () => boolean): Promise<Server> {
  const { hostname, port } = new URL(instance.address);
  const server = createServer((client) => {
    const there = connect(Number(port), hostname);
    let left = bytes;
    client.on('error', () => undefined).pipe(there);
    there.on('error', () => undefined).on('data', (chunk: Buffer) => {
      client.write(chunk.subarray(0, left));
      left -= Math.min(left, chunk.length);
      if (left > 0) return;
      there.pause();
      void eventually(async () => taken(), Boolean).then(() => [client, there].map((socket) => socket.destroy()));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('xinma import', () => {
  it('that breaks off keeps every row without a verdict, and sending those finishes it', async () => {
    const way = await cutAfter(40_000, () => readdirSync(folder).some((name) => name.startsWith('broken.ndjson.partial')));
    const { code, said } = await run(feed, { address: `http://127.0.0.1:${(way.address() as AddressInfo).port}`, rejected: file('broken.ndjson') });
    way.close();
    expect(code).toBe(1);
    expect(said).toContainEqual(expect.stringMatching(/^it broke off: /));
    const verdicts = linesOf('broken.ndjson.tsv').slice(1).map((line) => line.split('\t'));
    const unjudged = verdicts.filter(([, , verdict]) => verdict === 'not-judged').map(([, line]) => Number(line));
    expect(unjudged.length).toBeGreaterThan(0);
    expect(unjudged).toEqual(Array.from({ length: unjudged.length }, (_, index) => town.rows - unjudged.length + index + 1));
    expect(linesOf('broken.ndjson')).toEqual([...bad.filter(({ line }) => line <= town.rows - unjudged.length).map(({ text }) => text), ...planned.slice(-unjudged.length).map(({ text }) => text)]);
    expect((await run(file('broken.ndjson'))).code).toBe(0);
    expect(await recorded()).toBe(planned.filter(({ verdict }) => verdict === 'recorded').length);
  });

  it('writes the rows that were not taken as they were sent, with line and verdict beside them, for the owner only', async () => {
    const { code, said } = await run(feed);
    expect(code).toBe(0);
    expect(said.at(-1)).toBe(`${bad.length} rows to mend or send again: ${file('feed.rejected.ndjson')} (why: ${file('feed.rejected.ndjson.tsv')})`);
    expect(linesOf('feed.rejected.ndjson')).toEqual(bad.map(({ text }) => text));
    expect(linesOf('feed.rejected.ndjson.tsv')).toEqual(['row\tline\tverdict', ...bad.map(({ line, verdict }, index) => `${index + 1}\t${line}\t${verdict}`)]);
    for (const name of ['feed.rejected.ndjson', 'feed.rejected.ndjson.tsv']) expect(statSync(file(name)).mode & 0o777).toBe(0o600);
  });

  it('takes rows that were mended', async () => {
    const rows = bad.filter(({ verdict }) => verdict === 'disease' || verdict === 'barcode').map(({ text, line }) => ({ ...(JSON.parse(text) as object), tg: '840539006', ci: barcodeOf(town, line - 1) }));
    writeFileSync(file('mended.ndjson'), rows.map((row) => JSON.stringify(row)).join('\n'));
    const { code, said } = await run(file('mended.ndjson'));
    expect([code, said[0]]).toEqual([0, `${rows.length}  recorded`]);
    expect(existsSync(file('mended.rejected.ndjson'))).toBe(false);
  });

  it('overwrites nothing: beside a feed under the next name, and not at all where a name was given', async () => {
    const before = readFileSync(file('feed.rejected.ndjson'), 'utf8');
    await run(feed);
    expect(linesOf('feed.rejected-2.ndjson')).toEqual(bad.map(({ text }) => text));
    expect(readFileSync(file('feed.rejected.ndjson'), 'utf8')).toBe(before);
    await expect(run(feed, { rejected: file('feed.rejected.ndjson') })).rejects.toThrow('is there already');
  });

  it('sends a packed table as it is, and keeps what was not taken as a table', async () => {
    const rows = planned.slice(0, 500).flatMap(({ text, verdict }) => (verdict === 'format' ? [] : [{ row: cellsOf(text), verdict }]));
    writeFileSync(file('table.csv.gz'), gzipSync(`${[COLUMNS.join(), ...rows.map(({ row }) => recordOf(row))].join('\r\n')}\r\n`));
    const refused = rows.filter(({ verdict }) => verdict !== 'recorded' && verdict !== 'already-recorded');
    const { code, said } = await run(file('table.csv.gz'));
    expect([code, said[0]]).toEqual([0, `${rows.length - refused.length}  already-recorded`]);
    expect(readFileSync(file('table.rejected.csv'), 'utf8')).toBe(`${[COLUMNS.join(), ...refused.map(({ row }) => recordOf(row))].join('\r\n')}\r\n`);
    expect((await run(file('table.rejected.csv'))).said.at(-1)).toBe(`${refused.length} rows to mend or send again: ${file('table.rejected.rejected.csv')} (why: ${file('table.rejected.rejected.csv.tsv')})`);
  });

  it('takes the standard input, and a token from a variable', async () => {
    const { ended, stdin } = programs.run('-', '--url', instance.address, '--rejected', file('piped.ndjson'));
    stdin.end(readFileSync(feed));
    const { code, output } = await ended;
    expect([code, output]).toEqual([0, expect.stringContaining(`${bad.length} rows to mend or send again: ${file('piped.ndjson')}`)]);
    expect(output).not.toContain(token);
  });

  it('of what is called packed, and is not, says so', async () => {
    writeFileSync(file('unpacked.ndjson.gz'), readFileSync(feed));
    await expect(run(file('unpacked.ndjson.gz'))).rejects.toThrow('the feed is no whole gzip file');
  });

  it('of nothing is no failure', async () => {
    writeFileSync(file('empty.ndjson'), '');
    expect(await run(file('empty.ndjson'))).toEqual({ code: 0, said: [expect.stringMatching(/^0 rows, each with its verdict, in /)] });
  });

  it('of a file as Windows writes it counts the rows that the server counts, and keeps what was not taken to be sent again', async () => {
    const [one, other] = planned.filter(({ verdict }) => verdict === 'recorded');
    writeFileSync(file('windows.ndjson'), `\uFEFF${[one?.text, '', 'x', other?.text, ''].join('\r\n')}`);
    expect((await run(file('windows.ndjson'))).said.slice(0, 3)).toEqual(['2  already-recorded', '1  format', expect.stringMatching(/^3 rows, each with its verdict, in /)]);
    expect([readFileSync(file('windows.rejected.ndjson'), 'utf8'), linesOf('windows.rejected.ndjson.tsv').at(-1)]).toEqual(['x\n', '1\t2\tformat']);
  });

  it('of rows with a report in each, too long to be any, is told so of all of them, and goes on', async () => {
    const good = planned.find(({ verdict }) => verdict === 'recorded');
    writeFileSync(file('reports.ndjson'), `${JSON.stringify({ report: 'x'.repeat(100_000) })}\n`.repeat(400) + (good?.text ?? ''));
    expect((await run(file('reports.ndjson'))).said.slice(0, 2).toSorted()).toEqual(['1  already-recorded', '400  format']);
  });

  it('of a folder tells of a feed that is refused, and goes on with the others', async () => {
    const feeds = mkdtempSync(join(folder, 'feeds-'));
    const good = planned.find(({ verdict }) => verdict === 'already-recorded' || verdict === 'recorded');
    writeFileSync(join(feeds, '1.csv'), 'ci,tg,tt,tr,sc,secret\n');
    writeFileSync(join(feeds, '2.ndjson'), '');
    writeFileSync(join(feeds, '3.ndjson'), good?.text ?? '');
    const { code, said } = await run(feeds);
    expect([code, said.filter((line) => line.startsWith(feeds))]).toEqual([1, ['1.csv', '2.ndjson', '3.ndjson'].map((name) => join(feeds, name))]);
    expect(said.find((line) => line.includes('400 unknown-field'))).toMatch(/^not imported: .*names its columns.* nam\.fn/s);
    expect(said.slice(-2)).toEqual([expect.stringMatching(/^1 +already-recorded$/), expect.stringMatching(/^1 rows, each with its verdict, in /)]);
  });

  it('of a table that lacks a column says which', async () => {
    writeFileSync(file('lacking.csv'), 'ci,tg,tt,tr\n1,2,3,4\n');
    await expect(run(file('lacking.csv'))).rejects.toThrow(/400 missing-field\nMissing field: sc/);
  });

  it('that nobody answers, or that is refused, says so and leaves nothing behind', async () => {
    const before = readdirSync(folder);
    await expect(run(feed, { address: 'http://127.0.0.1:1' })).rejects.toThrow('no answer from http://127.0.0.1:1: ');
    const citizen = (await instance.as('wang-fang')).token;
    await expect(importFeed(sendBy({ address: instance.address, token: citizen }), { feed }, { say: () => undefined, progress: () => undefined })).rejects.toThrow(/403.*staff of a clinic/s);
    expect(readdirSync(folder)).toEqual(before);
  });
});
