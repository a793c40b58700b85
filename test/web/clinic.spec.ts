import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { midnight } from '../../apps/cli/src/feed/as-of.js';
import { feedFile, feedRows } from '../../apps/cli/src/feed/feed-file.js';
import { seed } from '../../apps/cli/src/seed.js';
import { eventually } from '../kit/eventually.js';
import { act, tabTo } from './kit/keyboard.js';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import { filmCode } from './kit/video.js';
import type { Visitor } from './kit/visitor.js';

const folder = mkdtempSync(join(tmpdir(), 'xinma-clinic-'));
const film = join(folder, 'code.y4m');

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`);
  await stage.result('sun-yue');
}, 120_000);
afterAll(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true });
});

/** A nurse at a page of the room. */
async function nurse(page: string, camera = false): Promise<Visitor> {
  const visitor = await stage.visitor({ width: 1280, ...(camera ? { context: { permissions: ['camera'] } } : {}) });
  await visitor.signIn('nurse-zhou');
  await visitor.press('Clinic', 'link');
  await visitor.at('Clinic');
  await visitor.press(new RegExp(`^${page}`), 'link');
  await visitor.at(new RegExp(`^${page}`));
  return visitor;
}

/** A fresh sampling code. */
async function sampling(): Promise<string> {
  return String((await (await stage.enrolled('sun-yue')).post('/v1/me/sampling-codes')).body['code']);
}

describe('a sample', () => {
  it('is registered by the camera, and the document compared; then nothing of the person is left', async () => {
    const code = await sampling();
    filmCode(code, film);
    const visitor = await nurse('Register a sample', true);
    await visitor.press('Scan the sampling code');
    await visitor.at('Barcode of the tube');
    expect(await visitor.page.locator('video').count()).toBe(0);
    await visitor.page.getByLabel('Type the barcode').fill('BY-CAMERA');
    await visitor.press('Register');
    await visitor.at('Compare with the document');
    const { surname, numberEnd } = (await (await stage.instance.as('sun-yue')).get('/v1/me')).body;
    expect(await visitor.page.locator('.papers dd').allTextContents()).toEqual([surname, numberEnd]);
    await visitor.page.emulateMedia({ media: 'print' });
    expect(String(await visitor.page.evaluate('document.body.innerText'))).not.toContain(surname);
    await visitor.page.emulateMedia({ media: 'screen' });
    await visitor.press('The same, next person');
    await visitor.at('Register a sample');
    expect(await visitor.page.content()).not.toContain(String(surname));
    await over(visitor, code, '孙', 'BY-CAMERA');
  }, 120_000);

  it('by a hand scanner takes no mouse; a used code and a used barcode are said to be', async () => {
    const visitor = await nurse('Register a sample');
    const code = await sampling();
    await visitor.at('Register a sample');
    // The field waits for the scanner, which types and ends with Enter.
    await visitor.page.waitForFunction('document.activeElement.tagName === "INPUT"');
    await visitor.page.keyboard.type(code);
    await visitor.page.keyboard.press('Enter');
    await visitor.at('Barcode of the tube');
    await visitor.page.waitForFunction('document.activeElement.tagName === "INPUT"');
    await visitor.page.keyboard.type('TUBE-1');
    await visitor.page.keyboard.press('Enter');
    await visitor.sees('This barcode is taken');
    await tabTo(visitor, 'Type the barcode');
    await visitor.page.keyboard.press('Control+A');
    await visitor.page.keyboard.type('BY-HAND');
    await visitor.page.keyboard.press('Enter');
    await visitor.at('Compare with the document');
    await act(visitor, 'Not the same');
    await visitor.at('Do not send this tube');
    // A used one; and another picture, which is longer than a code can be.
    for (const first of [code, 'https://elsewhere.example/'.repeat(4)]) {
      await act(visitor, 'Start over').then(() => visitor.at('Register a sample'));
      for (const text of [first, 'ANOTHER']) {
        await visitor.page.waitForFunction('document.activeElement.tagName === "INPUT"');
        await visitor.page.keyboard.type(text);
        await visitor.page.keyboard.press('Enter');
        if (text === first) await visitor.at('Barcode of the tube');
      }
      await visitor.sees('This sampling code is not good');
    }
    await over(visitor, code, 'BY-HAND');
  }, 120_000);
});

/** The feed, on a day on which all its rows lie in the past; its people enrolled and their tubes registered. */
async function seeded(): Promise<string> {
  const [feed, asOf] = [fileURLToPath(new URL('../data/lab-feed/', import.meta.url)), '2026-11-20'];
  const as = async (name: string) => (await stage.instance.as(name)).client;
  await seed({ registrar: await as('registrar-he'), clinic: await as('nurse-zhou') }, { feed, asOf }, { say: () => undefined, progress: () => undefined });
  let text = '';
  for await (const row of feedRows(feedFile(feed), midnight(asOf))) text += `${Buffer.from(row).toString()}\n`;
  return text;
}

const expected = readFileSync(new URL('../data/lab-feed/expected-verdicts.tsv', import.meta.url), 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split('\t'));
const FORMULA = `=cmd|' /C calc'!A0`;

/** Drops a file onto the page, as a mouse does. */
async function drop({ context, page }: Visitor, text: string): Promise<void> {
  const file = join(folder, 'feed.ndjson');
  writeFileSync(file, text);
  await page.locator('.drop').scrollIntoViewIfNeeded();
  const { x, y } = (await page.locator('.drop').boundingBox()) ?? { x: 0, y: 0 };
  const mouse = await context.newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await mouse.send('Input.dispatchDragEvent', { type, x: x + 10, y: y + 10, data: { items: [], files: [file], dragOperationsMask: 1 } });
  await mouse.detach();
}

const tally = ({ page }: Visitor): Promise<readonly string[]> => page.locator('.tally dd').allTextContents();
const countsOf = (column: number): readonly string[] => {
  const verdicts = expected.map((cells) => cells[column] ?? '');
  const [taken, already] = ['recorded', 'already-recorded'].map((verdict) => verdicts.filter((one) => one === verdict).length);
  return [taken, already, verdicts.length + 1 - (taken ?? 0) - (already ?? 0)].map(String);
};

describe('a feed', () => {
  it('is dropped, judged before one’s eyes, and what was not taken comes back as a table that nothing executes', async () => {
    const feed = `${await seeded()}${JSON.stringify({ tg: '840539006', tt: 'LP6464-4', tr: '260415000', sc: '2026-11-19T08:00:00Z', ci: FORMULA })}\n`;
    const visitor = await nurse('Send results');
    const second = Promise.withResolvers<void>();
    let asked = 0;
    await visitor.page.route('**/v1/results/imports', async (route) => {
      asked += 1;
      if (asked === 2) await second.promise;
      await route.continue();
    });
    await drop(visitor, feed);
    await eventually(() => tally(visitor), (counts) => counts.reduce((sum, count) => sum + Number(count), 0) === 100);
    await visitor.sees('Sending…');
    second.resolve();
    await visitor.page.getByRole('heading', { name: 'All rows are done' }).waitFor();
    expect(await tally(visitor)).toEqual(countsOf(2));
    expect(await visitor.page.locator('.rejected tbody tr').first().locator('td').allTextContents()).toEqual(['1', `${expected[0]?.[1]} The row is not complete, or not written as it should be.`]);
    await saved(visitor);
    await drop(visitor, feed);
    await eventually(() => tally(visitor), ([taken]) => taken === '0');
    await visitor.page.getByRole('heading', { name: 'All rows are done' }).waitFor();
    expect(await tally(visitor)).toEqual(countsOf(3));
    await over(visitor, 'urn:uvci');
  }, 120_000);

  async function saved(visitor: Visitor): Promise<void> {
    const coming = visitor.page.waitForEvent('download');
    await visitor.press('Save as a table (CSV)');
    const rows = parse(readFileSync(await (await coming).path(), 'utf8'), { bom: true, record_delimiter: '\r\n' }) as readonly (readonly string[])[];
    const rejected = expected.filter(([, , verdict]) => verdict !== 'recorded' && verdict !== 'already-recorded');
    expect(rows.slice(1, -1).map(([line, barcode, , code]) => [line, barcode, code])).toEqual(rejected.map(([line, barcode, verdict]) => [line, barcode, verdict]));
    expect(rows.at(-1)).toEqual(['161', `'${FORMULA}`, 'Your clinic registered no such barcode, or a colleague has to send its result: it is your own, or of somebody you have a private tie with.', 'barcode']);
  }

  it('that cannot be read says so, and a file is chosen by the button, too', async () => {
    const visitor = await nurse('Send results');
    const choosing = visitor.page.waitForEvent('filechooser');
    await visitor.press('Choose a file');
    await (await choosing).setFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from('barcode;result\n1;2\n') });
    await visitor.sees('This file cannot be read on');
    await visitor.page.locator('input[type=file]').setInputFiles({ name: 'rows.ndjson', mimeType: 'application/x-ndjson', buffer: Buffer.from('{}\n'.repeat(101)) });
    await visitor.sees('1 more row is in the file.');
    await over(visitor);
  }, 120_000);
});

describe('a result', () => {
  it('is corrected and taken back, each with a reason, and the code goes by it', async () => {
    const visitor = await nurse('Correct or take back');
    await find(visitor, 'NOWHERE');
    await visitor.sees('Your clinic registered no such barcode');
    await find(visitor, 'TUBE-1');
    await visitor.press('Correct the result');
    await visitor.press('Correct it');
    await visitor.sees('Choose the result.');
    await visitor.pick('Virus found');
    const at = new Date(stage.instance.clock.now() + 7 * 3_600_000).toISOString().slice(0, 16);
    await visitor.page.getByLabel('Sample taken (Beijing time)').fill(at);
    await visitor.page.getByLabel('Reported (Beijing time)').fill(at);
    await visitor.page.getByLabel('Why?').fill('Two tubes were mixed up');
    await visitor.press('Correct it');
    await visitor.at('Corrected');
    await eventually(() => stage.status('sun-yue'), (found) => found === 'positive');
    await visitor.press('Next tube');
    await find(visitor, 'TUBE-1');
    await visitor.press('Take the result back');
    await visitor.page.getByLabel('Why?').fill('The tube was contaminated');
    await visitor.press('Take this result back');
    await visitor.at('Taken back');
    await eventually(() => stage.status('sun-yue'), (found) => found === 'no-current-result');
    await over(visitor, '孙', 'TUBE-1', 'mixed');
  }, 120_000);

  async function find(visitor: Visitor, barcode: string): Promise<void> {
    await visitor.page.getByLabel('Type the barcode').fill(barcode);
    await visitor.press('Find the tube');
  }

  it('that named somebody else stands in the list of locked barcodes', async () => {
    const person = await stage.instance.as('nurse-zhou');
    await person.post('/v1/samples', { code: await sampling(), barcode: 'LOCKED-1' });
    await person.postLines('/v1/results/imports', [{ nam: { fn: '别', gn: '人' }, tg: '840539006', tt: 'LP6464-4', tr: '260415000', sc: '2026-11-19T08:00:00Z', ci: 'LOCKED-1' }]);
    await eventually(async () => (await person.get('/v1/clinics/me/quarantine')).text, (text) => text.includes('LOCKED-1'));
    const visitor = await nurse('Locked barcodes');
    await visitor.page.getByRole('heading', { name: 'LOCKED-1' }).waitFor();
    await over(visitor, 'LOCKED-1');
  }, 120_000);
});
