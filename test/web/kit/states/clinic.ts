import type { Page } from 'playwright-core';
import type { Stage } from '../stage.js';
import { asking, click, refused, type RoomStates } from '../states.js';

/** Tubes of the clinic in every state: TUBE-1 with a result, LOCKED-1 locked. */
async function prepare(stage: Stage): Promise<void> {
  await stage.result('sun-yue');
  await stage.enrolled('chen-wei');
  const [person, nurse] = [await stage.instance.preparing('sun-yue'), await stage.instance.preparing('nurse-zhou')];
  const { body } = await person.post('/v1/me/sampling-codes');
  await nurse.post('/v1/samples', { code: body['code'], barcode: 'LOCKED-1' });
  const collected = new Date(stage.instance.clock.now() - 3_600_000).toISOString();
  await nurse.postLines('/v1/results/imports', [{ nam: { fn: '别', gn: '人' }, tg: '840539006', tt: 'LP6464-4', tr: '260415000', sc: collected, ci: 'LOCKED-1' }]);
}

const type = async (page: Page, text: string): Promise<void> => {
  await page.locator('form.typed input').fill(text);
  await page.locator('form.typed button').click();
};

let tubes = 0;

/** As far as the barcode. */
const toBarcode = async (page: Page, stage: Stage): Promise<void> => {
  const { body } = await (await stage.instance.preparing('sun-yue')).post('/v1/me/sampling-codes');
  await type(page, String(body['code']));
  await page.locator('form.typed + button, button.quiet').first().waitFor();
};

const register = async (page: Page, stage: Stage): Promise<void> => {
  await toBarcode(page, stage);
  await type(page, `STATE-${(tubes += 1)}`);
  await page.locator('.papers').waitFor();
};

/** Types a code and a barcode, and hears this. */
const refusing = (status: number, code: string) =>
  asking('**/v1/samples', refused(status, code), async (page) => {
    await type(page, 'any');
    await page.locator('button.quiet').last().waitFor();
    await type(page, 'other');
  });

/** Types a person's code where the tube's is waited for. */
const again = async (page: Page): Promise<void> => {
  await type(page, 'any');
  await page.locator('button.quiet').last().waitFor();
  await type(page, 'any');
};

const IMPORTS = '**/v1/results/imports';

/** Chooses a file of these rows. */
const choose = (name: string, text: string) => async (page: Page): Promise<void> => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const row = (ci: string): string => JSON.stringify({ tg: '840539006', tt: 'LP6464-4', tr: '260415000', sc: '2026-11-20T08:00:00Z', ci });
const rows = `${['UNKNOWN-1', '=HYPERLINK("http://x")', 'LOCKED-1'].map(row).join('\n')}\n{"tg":1}\nnothing\n`;

const find = (barcode: string) => async (page: Page): Promise<void> => {
  await type(page, barcode);
  await page.locator('.card, .notice').first().waitFor();
};

const toForm = (button: string) => async (page: Page): Promise<void> => {
  await find('TUBE-1')(page);
  await page.locator(button).click();
  await page.locator('.field').first().waitFor();
};
const correct = toForm('.actions .main');
const withdraw = toForm('.actions .warn');

/** Sends what is in the form; it is answered so. */
const sending = (path: string, status: number, answer: object, fill: (page: Page) => Promise<void>) =>
  asking(path, (route) => route.fulfill({ status, contentType: status < 400 ? 'application/json' : 'application/problem+json', body: JSON.stringify(answer) }), async (page) => {
    await fill(page);
    await page.locator('form .actions .main').click();
  });

const fillCorrection = async (page: Page): Promise<void> => {
  await correct(page);
  await page.locator('.choice').first().click();
  for (const field of await page.locator('input[type=datetime-local]').all()) await field.fill('2026-11-20T08:00');
  await page.locator('.field input[type=text]').fill('mixed up');
};
const fillWithdrawal = async (page: Page): Promise<void> => {
  await withdraw(page);
  await page.locator('.field input[type=text]').fill('contaminated');
};
const DONE = { sample: 's', state: 'reported', locked: false };
const no = (code: string) => ({ type: `urn:xinma:problem:${code}`, title: code, status: 409, code });

/** Every state of the clinic's room. */
export const CLINIC: RoomStates = {
  room: 'clinic',
  prepare,
  states: [
    { name: 'clinic-refused', who: 'chen-wei', path: '/clinic/quarantine', shown: '.notice.care' },
    { name: 'clinic-quarantine-empty', who: 'nurse-ma', path: '/clinic/quarantine', shown: '.notice' },
    { name: 'clinic-step-up', who: 'nurse-zhou', acr: 'al1', path: '/clinic', shown: '.notice .main' },
    { name: 'rooms', who: 'nurse-zhou', path: '', shown: '.doors' },
    { name: 'clinic-home', who: 'nurse-zhou', path: '/clinic', shown: '.doors' },
    { name: 'clinic-register', who: 'nurse-zhou', path: '/clinic/register', shown: 'form.typed' },
    { name: 'clinic-register-empty', who: 'nurse-zhou', path: '/clinic/register', act: click('form.typed button'), shown: '[aria-invalid=true]' },
    { name: 'clinic-no-camera', who: 'nurse-zhou', path: '/clinic/register', act: click('button.main.wide'), shown: '.notice.care' },
    { name: 'clinic-barcode', who: 'nurse-zhou', path: '/clinic/register', act: toBarcode, shown: 'button.quiet' },
    { name: 'clinic-compare', who: 'nurse-zhou', path: '/clinic/register', act: register, shown: '.papers' },
    { name: 'clinic-differs', who: 'nurse-zhou', path: '/clinic/register', act: async (page, stage) => { await register(page, stage); await page.locator('.actions .warn').click(); }, shown: '.notice.stop' },
    { name: 'clinic-expired', who: 'nurse-zhou', path: '/clinic/register', act: refusing(404, 'code-expired'), shown: '.notice.care .main' },
    { name: 'clinic-persons', who: 'nurse-zhou', path: '/clinic/register', act: again, shown: '.notice.care' },
    { name: 'clinic-taken', who: 'nurse-zhou', path: '/clinic/register', act: refusing(409, 'barcode-taken'), shown: '.notice.care' },
    { name: 'clinic-import', who: 'nurse-zhou', path: '/clinic/import', shown: '.drop' },
    { name: 'clinic-import-running', who: 'nurse-zhou', path: '/clinic/import', act: asking(IMPORTS, () => undefined, choose('rows.ndjson', rows)), shown: 'progress' },
    { name: 'clinic-import-done', who: 'nurse-zhou', path: '/clinic/import', act: choose('rows.ndjson', rows), shown: '.rejected' },
    { name: 'clinic-import-unreadable', who: 'nurse-zhou', path: '/clinic/import', act: choose('rows.csv', 'a,b\n1,2\n'), shown: '.notice.care' },
    { name: 'clinic-import-offline', who: 'nurse-zhou', path: '/clinic/import', act: asking(IMPORTS, (route) => route.abort(), choose('rows.ndjson', rows)), shown: '.notice.care button' },
    { name: 'clinic-amend', who: 'nurse-zhou', path: '/clinic/amend', shown: 'form.typed' },
    { name: 'clinic-amend-missing', who: 'nurse-zhou', path: '/clinic/amend', act: find('NOWHERE'), shown: '.notice.care' },
    { name: 'clinic-tube', who: 'nurse-zhou', path: '/clinic/amend', act: find('TUBE-1'), shown: '.actions .main' },
    { name: 'clinic-tube-locked', who: 'nurse-zhou', path: '/clinic/amend', act: find('LOCKED-1'), shown: '.notice.care' },
    { name: 'clinic-correct', who: 'nurse-zhou', path: '/clinic/amend', act: correct, shown: 'form .field' },
    { name: 'clinic-correct-empty', who: 'nurse-zhou', path: '/clinic/amend', act: async (page) => { await correct(page); await page.locator('form .actions .main').click(); }, shown: '[aria-invalid=true]' },
    { name: 'clinic-corrected', who: 'nurse-zhou', path: '/clinic/amend', act: sending('**/correction', 200, DONE, fillCorrection), shown: '.notice .main' },
    { name: 'clinic-tied', who: 'nurse-zhou', path: '/clinic/amend', act: sending('**/correction', 409, no('conflict-of-interest'), fillCorrection), shown: '.notice.care' },
    { name: 'clinic-withdraw', who: 'nurse-zhou', path: '/clinic/amend', act: withdraw, shown: 'form .field' },
    { name: 'clinic-withdrawn', who: 'nurse-zhou', path: '/clinic/amend', act: sending('**/withdrawal', 200, DONE, fillWithdrawal), shown: '.notice .main' },
    { name: 'clinic-quarantine', who: 'nurse-zhou', path: '/clinic/quarantine', shown: '.cards .card' },
  ],
};
