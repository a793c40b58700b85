import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../kit/eventually.js';
import { history } from './kit/audited.js';
import { act, hasFocus, tabTo } from './kit/keyboard.js';
import { claimed, guardianshipOf, paperOf } from './kit/office.js';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import type { Visitor } from './kit/visitor.js';

const folder = mkdtempSync(join(tmpdir(), 'xinma-keyboard-'));

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.result('sun-yue');
}, 120_000);
afterAll(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true });
});

/** Somebody of the staff in their room, without a mouse. */
async function staff(name: string, room: string, page: string): Promise<Visitor> {
  const visitor = await stage.visitor({ width: 1280 });
  await visitor.signIn(name);
  await visitor.at('Where to?');
  await act(visitor, room);
  await visitor.at(room);
  await act(visitor, page);
  await visitor.at(new RegExp(`^${page}`));
  return visitor;
}

/** Tabs to what chooses a file, opens its window by a key, and takes this one. */
async function choose(visitor: Visitor, name: string, key: string, file: string): Promise<void> {
  await tabTo(visitor, name);
  const window = visitor.page.waitForEvent('filechooser');
  await visitor.page.keyboard.press(key);
  await (await window).setFiles(file);
}

const type = (visitor: Visitor, text: string): Promise<void> => visitor.page.keyboard.type(text);

/** Types a day or a time as the browser asks for it, which is in its own language (American): each part leads to the next. */
async function typeTime(visitor: Visitor, at: string): Promise<void> {
  const [, year = '', month = '', day = '', hour, minute = ''] = /^(\d+)-(\d+)-(\d+)(?:T(\d+):(\d+))?/.exec(at) ?? [];
  await type(visitor, `${month}${day}${year}`);
  if (hour === undefined) return;
  await type(visitor, `${String((Number(hour) + 11) % 12 + 1).padStart(2, '0')}${minute}${Number(hour) < 12 ? 'A' : 'P'}`);
}

describe('with a keyboard alone', () => {
  it('a nurse sends a file, corrects a result and takes one back', async () => {
    const file = join(folder, 'rows.ndjson');
    writeFileSync(file, `${JSON.stringify({ tg: '840539006', tt: 'LP6464-4', tr: '260415000', sc: '2026-11-20T08:00:00Z', ci: 'NOWHERE-1' })}\n`);
    const visitor = await staff('nurse-zhou', 'Clinic', 'Send results');
    await choose(visitor, 'Choose a file', 'Enter', file);
    await visitor.page.getByRole('heading', { name: 'All rows are done' }).waitFor();
    expect(await visitor.page.locator('.tally dd').allTextContents()).toEqual(['0', '0', '1']);
    await visitor.page.locator('[data-live-announcer]').getByText('All rows are done. Rows taken: 0. There already: 0. Not taken: 1.').waitFor();
    const saving = visitor.page.waitForEvent('download');
    await act(visitor, 'Save as a table (CSV)');
    await saving;

    await act(visitor, '‹ Back');
    await visitor.at('Clinic');
    await act(visitor, 'Correct or take back');
    await visitor.at(/^Correct or take back/);
    await find(visitor);
    await act(visitor, 'Correct the result');
    await visitor.at('Correct the result');
    await act(visitor, 'Correct it');
    await visitor.sees('Choose the result.');
    await hasFocus(visitor, 'No virus found');
    await visitor.page.keyboard.press('ArrowDown');
    for (const field of ['Sample taken (Beijing time)', 'Reported (Beijing time)']) {
      await tabTo(visitor, field);
      await typeTime(visitor, new Date(stage.instance.clock.now() + 7 * 3_600_000).toISOString());
    }
    await tabTo(visitor, 'Why?');
    await type(visitor, 'Two tubes were mixed up');
    await visitor.page.keyboard.press('Enter');
    await visitor.at('Corrected');
    await eventually(() => stage.status('sun-yue'), (found) => found === 'positive');

    await act(visitor, 'Next tube');
    await find(visitor);
    await act(visitor, 'Take the result back');
    await visitor.at('Take the result back');
    await tabTo(visitor, 'Why?');
    await type(visitor, 'The tube was contaminated');
    await act(visitor, 'Take this result back');
    await visitor.at('Taken back');
    await eventually(() => stage.status('sun-yue'), (found) => found === 'no-current-result');
    await over(visitor, '孙', 'TUBE-1', 'mixed');
  }, 120_000);

  async function find(visitor: Visitor): Promise<void> {
    await tabTo(visitor, 'Type the barcode');
    await type(visitor, 'TUBE-1');
    await visitor.page.keyboard.press('Enter');
    await visitor.page.getByRole('heading', { name: 'Tube TUBE-1' }).waitFor();
  }

  it('two registrars confirm a claim, and one of them stops it', async () => {
    const scan = join(folder, 'scan.txt');
    writeFileSync(scan, 'a paper');
    const mother = await claimed(stage, 'li-na', 'chen-xiaoyu');
    const first = await staff('registrar-he', 'Registry office', 'Guardianship claims');
    await act(first, 'Open the next one');
    await first.sees('What is claimed');
    await choose(first, 'Open the scan to compare', 'Space', scan);
    await first.sees('Not the scan that was claimed with');
    await tabTo(first, 'In one year');
    await first.page.keyboard.press('ArrowDown');
    await act(first, 'Propose to confirm');
    await first.at('Proposed');
    await hasFocus(first, 'Proposed');
    await stage.caughtUp();
    const second = await staff('registrar-lin', 'Registry office', 'Guardianship claims');
    await act(second, 'Open the next one');
    await second.sees('Another office proposes to confirm');
    await act(second, 'Countersign');
    await second.page.getByRole('dialog').waitFor();
    await act(second, 'Yes, countersign');
    await second.at('Countersigned');
    const basis = await guardianshipOf(mother);
    await over(second, '陈', basis);

    await act(first, 'Registry office');
    await first.at('Registry office');
    await act(first, 'Stop a guardianship');
    await first.at('Stop a guardianship');
    await tabTo(first, 'Number of the guardianship');
    await type(first, basis);
    await first.page.keyboard.press('Enter');
    await first.page.getByRole('dialog').waitFor();
    await act(first, 'Yes, stop it now');
    await first.at('Stopped');
    expect(await stage.looks('li-na', basis, 'status')).toBe(404);
    await over(first, '陈', basis);
  }, 120_000);

  it('a registrar enrols somebody at the counter', async () => {
    const { name, birthDate, document } = paperOf(stage, 'zhang-guiying');
    const visitor = await staff('registrar-he', 'Registry office', 'Enrol somebody');
    await act(visitor, 'Enrol and make the card');
    await hasFocus(visitor, 'Document number');
    await type(visitor, document.number);
    for (const [label, text] of [['Family name', name.family ?? ''], ['Given name', name.given]] as const) {
      await tabTo(visitor, label);
      await visitor.page.keyboard.insertText(text);
    }
    await tabTo(visitor, 'Date of birth');
    await typeTime(visitor, birthDate);
    await act(visitor, 'Enrol and make the card');
    await visitor.at('Ready to print');
    await over(visitor, '张');
  }, 120_000);

  it('whoever types a digit too many of a year has a year all the same', async () => {
    const visitor = await staff('registrar-he', 'Registry office', 'Enrol somebody');
    await tabTo(visitor, 'Date of birth');
    await typeTime(visitor, '2020-01-01');
    await type(visitor, '6');
    expect(await visitor.page.getByLabel('Date of birth').inputValue()).toMatch(/^\d{4}-01-01$/);
    await over(visitor);
  }, 120_000);

  it('an auditor goes through a history in the largest text, one part a page', async () => {
    const subject = await history(stage, 'wang-fang');
    const visitor = await staff('auditor-tang', 'Audit', 'Who could look, who did');
    await act(visitor, 'Larger text');
    await tabTo(visitor, 'Pseudonym of a person');
    await type(visitor, subject);
    await visitor.page.keyboard.press('Enter');
    await visitor.sees('Step 1 of 6');
    expect(await visitor.page.locator('.history .card').count()).toBe(1);
    await tabTo(visitor, 'Instant');
    for (const key of ['Home', 'ArrowRight']) await visitor.page.keyboard.press(key);
    const heads = ['A bar for each basis', 'Who could look at this instant', 'Who had looked by then', 'Who had been refused by then', 'Check it'];
    for (const [index, head] of heads.entries()) {
      await act(visitor, 'Next');
      await visitor.sees(`Step ${index + 2} of 6`);
      await hasFocus(visitor, `Step ${index + 2} of 6`);
      await visitor.page.getByRole('heading', { level: 2, name: head }).waitFor();
      await visitor.sees(/consent granted$/);
      expect(await visitor.page.locator('.history section').count()).toBe(1);
    }
    await act(visitor, 'Replay up to this instant');
    await visitor.sees('The replay says the same as the picture');
    await visitor.open('/auditor/log');
    await visitor.at('The log');
    await act(visitor, 'Show');
    await visitor.sees('Step 2 of 2');
    await visitor.page.locator('.events li').nth(24).waitFor();
    await over(visitor, subject);
  }, 120_000);
});
