import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCsv } from '../../apps/api/src/edge/rows/csv.js';
import { admitRow, readRow, REQUIRED_COLUMNS, ROW_COLUMNS } from '../../libs/domain/sample/index.js';
import { eventually } from '../kit/eventually.js';
import { Intake } from '../kit/intake.js';

let intake: Intake;
const NDJSON = 'application/x-ndjson';
const CSV = 'text/csv';

beforeAll(async () => {
  intake = await Intake.start();
});
afterAll(() => intake.close());

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csvOf = (columns: readonly string[], ...rows: readonly (readonly string[])[]): string => [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');

describe('CSV', () => {
  it('says of every row what NDJSON says', async () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constantFrom('', 'a"b,\r\nc', '840539006'));
    const columns = fc.shuffledSubarray([...ROW_COLUMNS]).map((some) => [...new Set([...some, ...REQUIRED_COLUMNS])]);
    const row = columns.chain((names) => fc.tuple(fc.constant(names), fc.array(text, { minLength: names.length, maxLength: names.length })));
    const property = fc.asyncProperty(row, async ([names, texts]) => {
      const fields = names.map((name, index): [string, string] => [name, texts[index] ?? '']);
      const nam = fields.filter(([name]) => name.startsWith('nam.')).map(([name, part]): [string, string] => [name.slice(4), part]);
      const json = { ...Object.fromEntries(fields.filter(([name]) => !name.startsWith('nam.'))), nam: Object.fromEntries(nam) };
      const read = [];
      for await (const lines of readCsv((async function* () { yield Buffer.from(csvOf(names, texts)); })(), { known: ROW_COLUMNS, required: REQUIRED_COLUMNS })) read.push(...lines);
      expect(read.map((line) => (line.kind === 'fields' ? admitRow(line.fields) : line.kind))).toEqual([readRow(Buffer.from(JSON.stringify(json)))]);
    });
    await fc.assert(property, { numRuns: 200 });
  });

  it('is imported like NDJSON, and either is known when the other comes', async () => {
    const [one, two] = await intake.tubes(2);
    const table = csvOf(['ci', 'tt', 'tg', 'tr', 'sc', 'nam.fn', 'tc'], ...[one, two, 'NO-TUBE'].map((ci) => [String(ci), 'LP6464-4', '840539006', '260415000', intake.collected, '', 'A "centre",\n1']), ['x']);
    expect(await intake.send(`\uFEFF${table}`, { 'content-type': `${CSV}; charset=UTF-8` })).toMatchObject({ status: 200, said: 'recorded recorded barcode format' });
    expect(await intake.send(intake.rows(one, two), { 'content-type': NDJSON })).toMatchObject({ said: 'already-recorded already-recorded' });
    expect(await intake.send(table, { 'content-type': CSV })).toMatchObject({ said: 'already-recorded already-recorded barcode format' });
  });

  it('is refused for its header before a row is judged', async () => {
    expect(await intake.send('ci,tt,tg,tr\n', { 'content-type': CSV })).toMatchObject({ status: 400, body: { code: 'missing-field', field: 'sc' } });
    expect(await intake.send('ci,tt,tg,tr,sc,secret\n', { 'content-type': CSV })).toMatchObject({ status: 400, body: { code: 'unknown-field' } });
    expect(await intake.send('ci,tt,tg,tr,sc,ci\n', { 'content-type': CSV })).toMatchObject({ status: 400, body: { code: 'duplicate-key', field: 'ci' } });
  });
});

describe('A packed feed', () => {
  it('is imported like an open one', async () => {
    const [one] = await intake.tubes(1);
    expect(await intake.send(gzipSync(intake.rows(one)), { 'content-type': NDJSON, 'content-encoding': 'gzip' })).toMatchObject({ status: 200, said: 'recorded' });
  });

  it.each(['br', 'gzip, gzip', 'deflate', 'identity'])('is not taken packed by %s', async (encoding) => {
    expect(await intake.send('x', { 'content-type': NDJSON, 'content-encoding': encoding })).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
  });

  it.each(['text/csv; header=present', 'text/csv;charset=utf-8; HEADER=present', 'Text/CSV; header="present"; charset="UTF-8"'])('is taken as %s: so RFC 4180 has it', async (type) => {
    expect(await intake.send('ci,tt,tg,tr,sc\n,,,,\n', { 'content-type': type })).toMatchObject({ status: 200, said: 'format' });
  });

  it.each(['text/csv; header=absent', 'text/csv; header=present; header=present; charset=utf-8', 'application/x-ndjson; header=present', 'text/csv; charset=utf-16', 'text/csv; charset=gbk', 'application/x-ndjson; charset=latin1', 'text/tab-separated-values'])('is not taken as %s', async (type) => {
    expect((await intake.send('x', { 'content-type': type })).status).toBe(415);
  });

  it('is refused where it is broken or a bomb', async () => {
    const packed = { 'content-type': NDJSON, 'content-encoding': 'gzip' };
    expect(await intake.send(Buffer.from('{}'), packed)).toMatchObject({ status: 400, body: { code: 'unpackable' } });
    // Blank lines are no rows: nothing was judged yet.
    expect(await intake.send(gzipSync(Buffer.alloc(50_000_000, '\n')), packed)).toMatchObject({ status: 413, body: { code: 'packed-too-tightly' } });
  });
});

describe('A feed that is refused while it comes', () => {
  it.each([
    ['it is no gzip', [`content-type: ${NDJSON}`, 'content-encoding: gzip'], '{}', 'unpackable'],
    ['its header is wrong', [`content-type: ${CSV}`], 'x\n', 'unknown-field'],
    ['its quotes are wrong', [`content-type: ${CSV}`], 'ci,tt,tg,tr,sc\n"x"x', 'malformed'],
  ])('because %s, is read to its end, so that its connection serves on', async (_what, headers, start, code) => {
    const { hostname, port } = new URL(intake.address);
    const socket = connect({ host: hostname, port: Number(port) });
    let heard = '';
    socket.on('data', (bytes) => (heard += bytes.toString()));
    const head = ['POST /v1/results/imports HTTP/1.1', 'host: x', `authorization: Bearer ${intake.token}`, ...headers, `content-length: ${start.length + 1_001_000}`];
    socket.write(`${head.join('\r\n')}\r\n\r\n${start}${'x'.repeat(1_000)}`);
    await eventually(() => heard, (text) => text.includes(code));
    socket.write(`${'x'.repeat(1_000_000)}GET /health HTTP/1.1\r\nhost: x\r\n\r\n`);
    await eventually(() => heard, (text) => text.includes('HTTP/1.1 200'));
    socket.destroy();
  });
});

describe('A feed that breaks after rows were judged', () => {
  it('keeps them, ends with a problem, and with no end', async () => {
    const [one] = await intake.tubes(1);
    const url = new URL('/v1/results/imports', intake.address);
    const request = httpRequest(url, { method: 'POST', headers: { authorization: `Bearer ${intake.token}`, 'content-type': NDJSON, 'content-encoding': 'gzip' } });
    // Whole rows, then nothing where the rest should be.
    const packed = gzipSync(intake.rows(one) + 'x\n'.repeat(20_000));
    request.end(packed.subarray(0, -4));
    const [response] = (await once(request, 'response')) as [AsyncIterable<Buffer>];
    let text = '';
    const all = (async () => {
      for await (const chunk of response) text += chunk.toString();
    })();
    await expect(all).rejects.toMatchObject({ code: 'ECONNRESET' });
    const lines = text.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ line: 1, verdict: 'recorded' });
    expect(lines.at(-1)).toMatchObject({ code: 'unpackable', status: 400 });
    expect(lines.slice(0, -1).every(({ verdict }) => verdict !== undefined)).toBe(true);
    expect(await intake.send(intake.rows(one), { 'content-type': NDJSON })).toMatchObject({ said: 'already-recorded' });
  });
});
