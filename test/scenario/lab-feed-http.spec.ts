import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { midnight } from '../../apps/cli/src/feed/as-of.js';
import { feedFile, feedRows } from '../../apps/cli/src/feed/feed-file.js';
import { sendBy } from '../../apps/cli/src/feed/sending.js';
import { importFeed } from '../../apps/cli/src/import.js';
import { seed } from '../../apps/cli/src/seed.js';
import { type components, streamLines, xinma, type XinmaClient } from '../../libs/client/index.js';
import { EventStore } from '../../libs/event-store/index.js';
import { Instance } from '../kit/instance.js';

const feed = fileURLToPath(new URL('../data/lab-feed/', import.meta.url));
const expected = readFileSync(new URL('../data/lab-feed/expected-verdicts.tsv', import.meta.url), 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split('\t'));
let instance: Instance;
let registrar: XinmaClient;
let clinic: XinmaClient;
let otherClinic: XinmaClient;

beforeAll(async () => {
  instance = await Instance.start({ at: '2026-11-20T08:00:00Z' });
  const as = async (name: string) => xinma({ address: instance.address, token: (await instance.as(name)).token });
  [registrar, clinic, otherClinic] = await Promise.all([as('registrar-he'), as('nurse-zhou'), as('nurse-ma')]);
});
const folder = mkdtempSync(join(tmpdir(), 'xinma-lab-feed-'));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await instance.close();
});

const told: string[] = [];
const screen = { say: (line: string) => told.push(stripVTControlCharacters(line).trim()), progress: () => undefined };
const said = (): readonly string[] => told.splice(0);
const asOf = '2026-11-20';

/** What the columns of the table come to. */
function tallyOf(column: number): readonly string[] {
  const verdicts = expected.map((cells) => cells[column] ?? '');
  return [...new Set(verdicts)].map((verdict) => `${verdicts.filter((one) => one === verdict).length}  ${verdict}`);
}

describe('the feed, over HTTP', () => {
  it('has its people seeded', async () => {
    expect(await seed({ registrar, clinic }, { feed, asOf }, screen)).toBe(0);
    expect(said()).toEqual([expect.stringContaining('development only'), '62 people enrolled, 91 barcodes registered', expect.any(String), expect.any(String), expect.any(String)]);
  });

  it('gets the verdicts of the table, row by row', async () => {
    const rows: Uint8Array[] = [];
    for await (const row of feedRows(feedFile(feed), midnight(asOf))) rows.push(row, Buffer.from('\n'));
    const answers = await sent(clinic, ...rows);
    expect(answers.map(({ line, verdict }) => [String(line), verdict])).toEqual(expected.map(([line, , verdict]) => [line, verdict]));
  });

  it('adds nothing the second time', async () => {
    const store = instance.server.app.get(EventStore);
    const head = await store.head();
    await seed({ registrar, clinic }, { feed, asOf }, screen);
    said();
    expect(await importFeed(sendBy({ address: instance.address, token: (await instance.as('nurse-zhou')).token }), { feed, asOf, rejected: join(folder, 'rejected.ndjson') }, screen)).toBe(0);
    const lines = said();
    expect(lines.slice(0, -2).toSorted()).toEqual(tallyOf(3).toSorted());
    expect(lines.slice(-2)).toEqual([expect.stringMatching(/^160 rows, each with its verdict, in /), expect.stringMatching(/ rows to mend or send again: .*rejected\.ndjson /)]);
    expect(await store.head()).toBe(head);
  });
});

async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part as Uint8Array);
}

async function sent(client: XinmaClient, ...parts: readonly (string | Uint8Array)[]): Promise<readonly components['schemas']['RowVerdictAnswer'][]> {
  const answers: components['schemas']['RowVerdictAnswer'][] = [];
  for await (const answer of streamLines(client, '/v1/results/imports', chunks(...parts))) answers.push(answer);
  return answers;
}

describe('an import over HTTP', () => {
  it('answers bad lines and goes on', async () => {
    const answers = await sent(clinic, 'x\n\n', 'y'.repeat(20_000), '\n', Uint8Array.of(0xff, 0x0a), '{"tg":"840539006","tt":"LP6464-4","sc":"2026-11-19T00:00:00Z","tr":"260415000","ci":"no such"}');
    expect(answers).toEqual([{ line: 1, verdict: 'format' }, { line: 2, verdict: 'format' }, { line: 3, verdict: 'format' }, { line: 4, verdict: 'barcode' }]);
  });

  it('that breaks off leaves the server standing', async () => {
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      for (let row = 0; row < 1_000; row += 1) yield Buffer.from('{}\n');
      throw new Error('the cable was pulled');
    };
    const reading = (async () => {
      for await (const { verdict } of streamLines(clinic, '/v1/results/imports', broken())) expect(verdict).toBe('format');
    })();
    await expect(reading).rejects.toThrow('the cable was pulled');
    expect((await clinic.GET('/health')).response.status).toBe(200);
    expect(await sent(clinic, 'x')).toEqual([{ line: 1, verdict: 'format' }]);
  });

  it('is corrected and withdrawn by its own clinic alone', async () => {
    const row = '{"tg":"840539006","tt":"LP217198-3","sc":"2026-11-15T10:32:15Z","tr":"260415000","ci":"URN:UVCI:01:IS:T123123323#7"}';
    const [judged] = await sent(clinic, row);
    const params = { path: { id: judged?.sample ?? '' } };
    const correction = { test: 'LP6464-4', result: '260373001', collectedAt: '2026-11-18T09:00:00Z', reportedAt: '2026-11-18T10:00:00Z', reason: 'typing' } as const;
    const corrected = (by: XinmaClient, changes: object = {}) => by.POST('/v1/results/{id}/correction', { params, body: { ...correction, ...changes } });
    const withdrawn = (by: XinmaClient) => by.POST('/v1/results/{id}/withdrawal', { params, body: { reason: 'mix-up' } });
    const released = (by: XinmaClient) => by.POST('/v1/registry/samples/{id}/release', { params });
    expect(await corrected(otherClinic)).toMatchObject({ response: { status: 404 }, error: { code: 'not-found' } });
    expect(await withdrawn(otherClinic)).toMatchObject({ response: { status: 404 } });
    expect(await corrected(clinic, { reportedAt: '2026-11-18T08:00:00Z' })).toMatchObject({ response: { status: 422 }, error: { code: 'time' } });
    expect((await corrected(clinic)).data).toEqual({ sample: judged?.sample, state: 'reported', locked: false });
    expect((await withdrawn(clinic)).data).toMatchObject({ state: 'withdrawn' });
    expect((await released(registrar)).data).toMatchObject({ locked: false });
    expect(await released(clinic)).toMatchObject({ response: { status: 403 } });
  });
});
