import type { Page } from 'playwright-core';
import { guardian } from '../office.js';
import type { Stage } from '../stage.js';
import { asking, click, refused, type RoomStates } from '../states.js';

/** Everybody whom the states need, as they need them. */
async function prepare(stage: Stage): Promise<void> {
  await stage.result('sun-yue');
  await stage.result('ouyang-xue', '260373001');
  await stage.result('maria-garcia', '419984006');
  await stage.enrolled('chen-wei');
  await stage.enrolled('zhao-lei');
  await guardian(stage, 'zhao-qiang', 'zhao-lei');
  const consent = await stage.granted('sun-yue', 'li-na');
  await stage.granted('sun-yue', 'olena-shevchenko', 'status');
  for (let look = 0; look < 3; look += 1) await stage.looks('li-na', consent);
  await stage.looks('stranger', consent).catch(() => undefined);
  await stage.enrolled('stranger');
  await stage.looks('stranger', consent);
}

let asked = 0;
const ASKING = ['yusuf-haddad', 'nguyen-an', 'aygul', 'chan-tai-man', 'liu-yang', 'zhao-qiang'];

/** Opens a code that was just made, as far as the comparison. */
const compare = async (page: Page, stage: Stage): Promise<void> => {
  // Nobody may have many open requests at once.
  const { code } = await stage.asks(ASKING[(asked += 1) % ASKING.length] ?? '');
  await page.locator('form.typed input').fill(code);
  await page.locator('form.typed button').click();
  await page.locator('.three').waitFor();
};

const decide = async (page: Page, stage: Stage): Promise<void> => {
  await compare(page, stage);
  await page.locator('.actions .main').click();
  await page.locator('.choices').first().waitFor();
};

/** Opens the page anew, and where people sign in is answered so. */
const noPlace = (status: number, code: string) => async (page: Page): Promise<void> => {
  await page.route('**/v1/sign-in', refused(status, code));
  await page.reload();
};

/** Asks for a sampling code, and this becomes of it: of all requests the one that nothing read before can answer. */
const sampling = (become: Parameters<typeof asking>[1]) => asking('**/v1/me/sampling-codes', become, click('button.main.wide'));

/** Every state of the citizen's room and of what is around it. */
export const CITIZEN: RoomStates = {
  room: 'citizen',
  prepare,
  states: [
    { name: 'welcome', who: undefined, path: '', shown: '.welcome button.main' },
    { name: 'nowhere-to-sign-in', who: undefined, path: '', act: noPlace(404, 'not-found'), shown: '.notice.care' },
    { name: 'server-out-of-reach', who: undefined, path: '', act: noPlace(503, 'busy'), shown: '.notice.care button' },
    { name: 'sign-in-failed', who: undefined, path: '', act: async (page) => { await page.evaluate(`sessionStorage.setItem('xinma.pending', JSON.stringify({ state: 'a', nonce: 'b', verifier: 'c', back: '' })); location.hash = 'state=x&code=y'; location.reload()`); }, shown: '.welcome .notice.care' },
    { name: 'enrol', who: 'zhang-guiying', path: '/citizen', shown: 'button.main.wide' },
    { name: 'enrol-unverified', who: 'unverified', path: '/citizen', act: click('button.main.wide'), shown: '.notice.care' },
    { name: 'home-none', who: 'chen-wei', path: '/citizen', shown: '.status.no-current-result' },
    { name: 'not-yours', who: 'chen-wei', path: '/registrar', shown: '.notice' },
    { name: 'results-empty', who: 'chen-wei', path: '/citizen/results', shown: '.notice' },
    { name: 'may-look-empty', who: 'chen-wei', path: '/citizen/may-look', shown: '.notice' },
    { name: 'looked-empty', who: 'chen-wei', path: '/citizen/looked', shown: '.notice' },
    { name: 'may-look-not-yet', who: 'zhao-lei', path: '/citizen/may-look', shown: '.cards .card' },
    { name: 'home-positive', who: 'ouyang-xue', path: '/citizen', shown: '.status.positive' },
    { name: 'home-retest', who: 'maria-garcia', path: '/citizen', shown: '.status.retest' },
    { name: 'open-step-up', who: 'olena-shevchenko', acr: 'al1', path: '/citizen/open', shown: '.notice .main' },
    { name: 'home-clear', who: 'sun-yue', path: '/citizen', shown: '.status.clear' },
    { name: 'menu', who: 'sun-yue', path: '/citizen/menu', shown: '.doors' },
    { name: 'results', who: 'sun-yue', path: '/citizen/results', shown: '.cards .card' },
    { name: 'may-look', who: 'sun-yue', path: '/citizen/may-look', shown: '.cards .card' },
    { name: 'revoke', who: 'sun-yue', path: '/citizen/may-look', act: click('.basis button.warn'), shown: '[role=dialog]' },
    { name: 'looked', who: 'sun-yue', path: '/citizen/looked', shown: '.day' },
    { name: 'open', who: 'sun-yue', path: '/citizen/open', shown: 'form.typed' },
    { name: 'open-empty', who: 'sun-yue', path: '/citizen/open', act: click('form.typed button'), shown: '[aria-invalid=true]' },
    { name: 'open-expired', who: 'sun-yue', path: '/citizen/open', act: async (page) => { await page.locator('form.typed input').fill('nonsense'); await page.locator('form.typed button').click(); }, shown: '.notice.care' },
    { name: 'open-no-camera', who: 'sun-yue', path: '/citizen/open', act: click('button.main.wide'), shown: '.notice.care' },
    { name: 'open-compare', who: 'sun-yue', path: '/citizen/open', act: compare, shown: '.three' },
    { name: 'open-decide', who: 'sun-yue', path: '/citizen/open', act: decide, shown: '.choices' },
    { name: 'open-different', who: 'sun-yue', path: '/citizen/open', act: async (page, stage) => { await compare(page, stage); await page.locator('.actions .warn').click(); }, shown: '.notice.stop' },
    { name: 'open-granted', who: 'sun-yue', path: '/citizen/open', act: async (page, stage) => { await decide(page, stage); await page.locator('.actions .main').click(); }, shown: '.notice .main' },
    { name: 'sampling', who: 'sun-yue', path: '/citizen/sampling', shown: 'button.main.wide' },
    { name: 'sampling-shown', who: 'sun-yue', path: '/citizen/sampling', act: click('button.main.wide'), shown: '.qr' },
    { name: 'missing', who: 'sun-yue', path: '/nowhere', shown: '.button' },
    { name: 'loading', who: 'sun-yue', path: '/citizen/sampling', act: sampling(() => undefined), shown: '.loading p' },
    { name: 'offline', who: 'sun-yue', path: '/citizen/sampling', act: sampling((route) => route.abort()), shown: '.notice.care button' },
    { name: 'server-error', who: 'sun-yue', path: '/citizen/sampling', act: sampling(refused(500, 'internal')), shown: '.notice.care button' },
    { name: 'refused', who: 'sun-yue', path: '/citizen/sampling', act: sampling(refused(403, 'not-permitted')), shown: '.notice.care' },
    { name: 'outside-grant', who: 'sun-yue', path: '/citizen/sampling', act: sampling(refused(403, 'outside-grant')), shown: '.notice.care' },
    { name: 'session-over', who: 'sun-yue', path: '/citizen/sampling', act: sampling(refused(401, 'token-invalid')), shown: '.notice .main' },
  ],
};
