import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { claimed, paperOf, proposed } from '../office.js';
import { pngOf } from '../png.js';
import type { Stage } from '../stage.js';
import { asking, click, refused, type RoomStates } from '../states.js';

/** A paper with a frame and lines on it. */
const isFrame = (x: number, y: number): boolean => Math.abs(x - 300) > 280 || Math.abs(y - 200) > 184;
const isLine = (x: number, y: number): boolean => y % 48 < 6 && Math.abs(x - 300) < 230 && Math.abs(y - 210) < 120;
const SCAN = { name: 'scan.png', mimeType: 'image/png', buffer: pngOf(600, 400, (x, y) => (isFrame(x, y) || isLine(x, y) ? 0x55 : 0xfb)) };

async function prepare(stage: Stage): Promise<void> {
  await claimed(stage, 'chen-wei', 'chen-xiaoyang');
  await proposed(stage, 'registrar-he');
  await claimed(stage, 'li-na', 'chen-xiaoyu', { sha256: createHash('sha256').update(SCAN.buffer).digest('hex') });
}

const open = async (page: Page): Promise<void> => {
  await page.locator('.actions .main').click();
  await page.locator('.desk').waitFor();
};
const scan = (bytes: Buffer) => async (page: Page): Promise<void> => {
  await open(page);
  await page.locator('input[type=file]').setInputFiles({ ...SCAN, buffer: bytes });
};
const closing = async (page: Page): Promise<void> => {
  await open(page);
  await page.locator('.decision > .actions .warn').last().click();
};
/** Opened, and its time is over as it comes. */
const lapse = asking(
  '**/v1/registry/claims/next',
  async (route) => {
    const response = await route.fetch();
    const found = (await response.json()) as { readonly paper: object };
    await route.fulfill({ response, json: { ...found, paper: { ...found.paper, dealtUntil: new Date(Date.now() - 60_000).toISOString() } } });
  },
  click('.actions .main'),
);

const person = async (page: Page, stage: Stage): Promise<void> => {
  const { name, birthDate, document } = paperOf(stage, 'zhang-guiying');
  const texts = page.locator('form input[type=text]');
  await texts.nth(0).fill(document.number);
  await texts.nth(1).fill(name.family ?? '');
  await texts.nth(2).fill(name.given);
  await page.locator('form input[type=date]').fill(birthDate);
};
const enrolled = async (page: Page, stage: Stage): Promise<void> => {
  await person(page, stage);
  await page.locator('form .main').click();
};

const numbered = (button: string) => async (page: Page): Promise<void> => {
  await page.locator('form input').fill(`g_${'0'.repeat(32)}-1`);
  await page.locator(button).click();
};
const confirmed = async (page: Page): Promise<void> => {
  await numbered('form .warn')(page);
  await page.locator('[role=dialog] .warn').click();
};
const release = async (page: Page): Promise<void> => {
  await page.locator('form input').fill('0'.repeat(32));
  await page.locator('form .main').click();
};
const appoint = async (page: Page): Promise<void> => {
  const texts = page.locator('form input[type=text]');
  await texts.nth(0).fill('haidian-clinic');
  await texts.nth(2).fill('stranger');
  await page.locator('form .main').click();
};

/** Every state of the registrar's room. */
export const REGISTRAR: RoomStates = {
  room: 'registrar',
  prepare,
  states: [
    { name: 'registrar-step-up', who: 'registrar-gao', acr: 'al1', path: '/registrar/claims', shown: '.notice .main' },
    { name: 'registrar-stop-only', who: 'registrar-gao', acr: 'al1', path: '/registrar/guardianship', shown: '.notice .main' },
    { name: 'registrar', who: 'registrar-he', path: '/registrar', shown: '.doors' },
    { name: 'registrar-claims', who: 'registrar-he', path: '/registrar/claims', shown: '.actions .main' },
    { name: 'registrar-claim', who: 'registrar-he', path: '/registrar/claims', act: open, shown: '.decision' },
    { name: 'registrar-scan', who: 'registrar-he', path: '/registrar/claims', act: scan(SCAN.buffer), shown: '.scan .notice' },
    { name: 'registrar-scan-other', who: 'registrar-he', path: '/registrar/claims', act: scan(Buffer.from('other')), shown: '.scan .notice.stop' },
    { name: 'registrar-window', who: 'registrar-he', path: '/registrar/claims', act: asking('**/proposal', refused(422, 'window'), async (page) => { await open(page); await page.locator('.decision form .main').click(); }), shown: '.decision .notice' },
    { name: 'registrar-closing', who: 'registrar-he', path: '/registrar/claims', act: closing, shown: '[role=dialog]' },
    { name: 'registrar-lapsed', who: 'registrar-he', path: '/registrar/claims', act: lapse, shown: '.notice .main' },
    { name: 'registrar-claims-none', who: 'registrar-he', path: '/registrar/claims', act: asking('**/claims/next', (route) => route.fulfill({ json: { paper: null } }), click('.actions .main')), shown: '.notice' },
    { name: 'registrar-claims-loading', who: 'registrar-he', path: '/registrar/claims', act: asking('**/claims/next', () => undefined, click('.actions .main')), shown: '.loading p' },
    { name: 'registrar-claims-offline', who: 'registrar-he', path: '/registrar/claims', act: asking('**/claims/next', (route) => route.abort(), click('.actions .main')), shown: '.notice button' },
    { name: 'registrar-claims-refused', who: 'registrar-he', path: '/registrar/claims', act: asking('**/claims/next', refused(403, 'not-permitted'), click('.actions .main')), shown: '.notice.care' },
    { name: 'registrar-claims-server-error', who: 'registrar-he', path: '/registrar/claims', act: asking('**/claims/next', refused(500, 'internal'), click('.actions .main')), shown: '.notice button' },
    { name: 'registrar-guardianship', who: 'registrar-he', path: '/registrar/guardianship', shown: 'form .warn' },
    { name: 'registrar-guardianship-wrong', who: 'registrar-he', path: '/registrar/guardianship', act: click('form .warn'), shown: '[aria-invalid=true]' },
    { name: 'registrar-stop', who: 'registrar-he', path: '/registrar/guardianship', act: numbered('form .warn'), shown: '[role=dialog]' },
    { name: 'registrar-stop-unknown', who: 'registrar-he', path: '/registrar/guardianship', act: confirmed, shown: '[role=dialog] .notice' },
    { name: 'registrar-stopped', who: 'registrar-he', path: '/registrar/guardianship', act: asking('**/suspension', (route) => route.fulfill({ json: { guardianship: `g_${'0'.repeat(32)}-1`, state: 'suspended' } }), confirmed), shown: '.notice .main' },
    { name: 'registrar-end', who: 'registrar-he', path: '/registrar/guardianship', act: numbered('.over .warn'), shown: '[role=dialog]' },
    { name: 'registrar-enrol', who: 'registrar-he', path: '/registrar/enrol', shown: 'form .main' },
    { name: 'registrar-enrol-empty', who: 'registrar-he', path: '/registrar/enrol', act: click('form .main'), shown: '[aria-invalid=true]' },
    { name: 'registrar-enrol-unfit', who: 'registrar-he', path: '/registrar/enrol', act: async (page, stage) => asking('**/v1/registry/enrolments', refused(422, 'document'), (at) => enrolled(at, stage))(page), shown: '.notice.care' },
    { name: 'registrar-card', who: 'registrar-he', path: '/registrar/enrol', act: enrolled, shown: '.sheet .qr' },
    { name: 'registrar-account', who: 'registrar-he', path: '/registrar/account', shown: 'form .main' },
    { name: 'registrar-appoint', who: 'registrar-he', path: '/registrar/appoint', shown: 'form .main' },
    { name: 'registrar-conflict', who: 'registrar-he', path: '/registrar/appoint', act: asking('**/appointments', refused(409, 'conflict-of-interest'), appoint), shown: '.notice.stop' },
    { name: 'registrar-appointed', who: 'registrar-he', path: '/registrar/appoint', act: appoint, shown: '.notice .main' },
    { name: 'registrar-release', who: 'registrar-he', path: '/registrar/release', shown: 'form .main' },
    { name: 'registrar-release-unknown', who: 'registrar-he', path: '/registrar/release', act: release, shown: '.notice.care' },
    { name: 'registrar-claims-session-over', who: 'registrar-he', path: '/registrar/claims', act: asking('**/claims/next', refused(401, 'token-invalid'), click('.actions .main')), shown: '.notice .main' },
    { name: 'registrar-countersign', who: 'registrar-lin', path: '/registrar/claims', act: open, shown: '.decision' },
    { name: 'registrar-countersign-sure', who: 'registrar-lin', path: '/registrar/claims', act: async (page) => { await open(page); await page.locator('.decision .main').click(); }, shown: '[role=dialog]' },
  ],
};
