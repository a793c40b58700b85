import type { Page } from 'playwright-core';
import { claimed, guardian } from '../office.js';
import type { Stage } from '../stage.js';
import { asking, click, refused, type RoomStates } from '../states.js';

/** A viewer with somebody to look at, somebody who was asked, and a child; and what became of another's claims. */
async function prepare(stage: Stage): Promise<void> {
  await stage.result('sun-yue');
  await stage.granted('sun-yue', 'li-na');
  await stage.asks('li-na', 'status');
  for (const name of ['stranger', 'aygul']) await stage.enrolled(name);
  await guardian(stage, 'li-na', 'chen-xiaoyu');
  await claimed(stage, 'li-na', 'chen-xiaoyang');
}

const LOOKS = '**/v1/bases/*/views';
const BASES = '**/v1/me/bases**';
const REQUESTS = '**/v1/consent-requests';

const look = click('.basis button.main');
const lookNow = async (page: Page): Promise<void> => {
  await look(page);
  await page.locator('.choice').nth(1).click();
  await page.locator('form .main').click();
};

/** Looks, and hears this. */
const hearing = (status: number, code: string, more: object = {}) =>
  asking(LOOKS, refused(status, code, more), lookNow);

const ask = async (page: Page): Promise<void> => {
  await page.locator('.field input').fill('Mum');
  await page.locator('.actions button.main').click();
};

/** Asked, and the answer changed so. */
const asked = (change: (made: Readonly<Record<string, unknown>>) => object) =>
  asking(
    REQUESTS,
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: change((await response.json()) as Readonly<Record<string, unknown>>) });
    },
    ask,
  );

/** Asked, and agreed to at once. */
const agreed = async (page: Page): Promise<void> => {
  let basis: unknown;
  const one = { kind: 'consent', scope: 'status', purposes: ['FAMRQT'], from: '2026-11-23T08:00:00.000Z', until: '2036-11-23T08:00:00.000Z', label: 'Mum', state: 'granted' };
  await page.route(BASES, (route) => route.fulfill({ json: { onMe: [], mine: [{ ...one, basis }] } }));
  await asked((made) => {
    basis = made['consent'];
    return made;
  })(page);
};

/** Fills in a claim; the picture of the paper is any file. */
async function fillClaim(page: Page): Promise<void> {
  // Number, family name, given name, what they are called; who issued the paper, and its number.
  for (const [index, text] of ['11010820200101002X', '陈', '小雨', '小雨点', 'Haidian Hospital', 'M110123456'].entries()) await page.locator('form input[type=text]:visible').nth(index).fill(text);
  await page.locator('input[type=date]').fill('2020-01-01');
  await page.locator('input[type=file]').setInputFiles({ name: 'paper.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a paper') });
  await page.locator('form [role=status]').waitFor();
}

const taken = asking('**/v1/guardianships', (route) => route.fulfill({ status: 202, contentType: 'application/json', body: JSON.stringify({ claim: 'c', state: 'received' }) }), async (page) => {
  await fillClaim(page);
  await page.locator('.actions button.main').click();
});

const closed = async (page: Page): Promise<void> => {
  const claims = ['received', 'confirmed', 'closed'].map((state) => ({ claim: state, state, receivedAt: '2026-11-23T08:00:00.000Z', reason: state === 'closed' ? 'unreadable' : null, label: '小雨点' }));
  await page.route('**/v1/me/guardianships**', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: JSON.stringify({ claims, guardianships: [] }) }));
  await page.evaluate('location.hash = "/viewer"');
  await page.locator('.basis').first().waitFor();
  await page.evaluate('location.hash = "/viewer/guardian"');
};

/** Comes to the list again, and this becomes of reading it anew. */
const reading = (become: Parameters<typeof asking>[1]) =>
  asking(BASES, become, async (page) => {
    await page.evaluate('location.hash = "/viewer/ask"');
    await page.locator('.choices').first().waitFor();
    await page.evaluate('location.hash = "/viewer"');
  });

/** Every state of the room of whoever looks. */
export const VIEWER: RoomStates = {
  room: 'viewer',
  prepare,
  states: [
    { name: 'viewer-not-enrolled', who: 'zhang-guiying', path: '/viewer', shown: '.notice .main' },
    { name: 'viewer-empty', who: 'aygul', path: '/viewer', shown: '.notice' },
    { name: 'viewer-guardian-empty', who: 'aygul', path: '/viewer/guardian', shown: '.group' },
    { name: 'viewer-ask', who: 'stranger', path: '/viewer/ask', shown: 'form .actions' },
    { name: 'viewer-ask-empty', who: 'stranger', path: '/viewer/ask', act: click('.actions button.main'), shown: '[aria-invalid=true]' },
    { name: 'viewer-ask-too-many', who: 'stranger', path: '/viewer/ask', act: asking(REQUESTS, refused(409, 'too-many-consents'), ask), shown: '.notice.care' },
    { name: 'viewer-ask-code', who: 'stranger', path: '/viewer/ask', act: asked((made) => made), shown: '.qr' },
    { name: 'viewer-ask-over', who: 'stranger', path: '/viewer/ask', act: asked((made) => ({ ...made, codeUntil: '2026-01-01T00:00:00.000Z' })), shown: '.notice.care .main' },
    { name: 'viewer-ask-agreed', who: 'stranger', path: '/viewer/ask', act: agreed, shown: '.notice .main' },
    { name: 'viewer-step-up', who: 'stranger', acr: 'al1', path: '/viewer/ask', shown: '.notice .main' },
    { name: 'viewer-list', who: 'li-na', path: '/viewer', shown: '.basis button.main' },
    { name: 'viewer-give-up', who: 'li-na', path: '/viewer', act: click('.basis button.quiet'), shown: '[role=dialog]' },
    { name: 'viewer-look', who: 'li-na', path: '/viewer', act: look, shown: '.choices' },
    { name: 'viewer-shown', who: 'li-na', path: '/viewer', act: lookNow, shown: '.seen .card' },
    { name: 'viewer-hidden', who: 'li-na', path: '/viewer', act: async (page) => { await lookNow(page); await page.locator('.rest button').click(); }, shown: '.notice .main' },
    { name: 'viewer-no-more', who: 'li-na', path: '/viewer', act: hearing(404, 'not-found'), shown: '.notice.care .main' },
    { name: 'viewer-outside', who: 'li-na', path: '/viewer', act: hearing(403, 'outside-grant', { grant: { scope: 'status', purposes: ['FAMRQT'], from: '2026-11-20T08:00:00.000Z', until: '2026-11-23T08:00:00.000Z' } }), shown: '.notice.care .main' },
    { name: 'viewer-guardian', who: 'li-na', path: '/viewer/guardian', shown: '.group .card' },
    { name: 'viewer-guardian-closed', who: 'li-na', path: '/viewer/guardian', act: closed, shown: '.group li:nth-child(3)' },
    { name: 'viewer-claim', who: 'li-na', path: '/viewer/claim', shown: '.choices' },
    { name: 'viewer-claim-empty', who: 'li-na', path: '/viewer/claim', act: click('.actions button.main'), shown: '[aria-invalid=true]' },
    { name: 'viewer-claim-taken', who: 'li-na', path: '/viewer/claim', act: taken, shown: '.notice .main' },
    // The real list never has what is made up: the claim is on its way for as long as somebody looks.
    { name: 'viewer-guardian-entering', who: 'li-na', path: '/viewer/claim', act: async (page) => { await taken(page); await click('.notice .main')(page); }, shown: '.group li:nth-child(3)' },
    { name: 'viewer-guardian-behind', who: 'li-na', path: '/viewer/claim', act: async (page) => { await taken(page); await page.route('**/v1/me/guardianships**', refused(503, 'read-models-behind')); await click('.notice .main')(page); }, shown: 'p + .group:last-child .card' },
    { name: 'viewer-loading', who: 'li-na', path: '/viewer', act: asking(LOOKS, () => undefined, lookNow), shown: '.loading p' },
    { name: 'viewer-offline', who: 'li-na', path: '/viewer', act: reading((route) => route.abort()), shown: '.notice.care button' },
    { name: 'viewer-server-error', who: 'li-na', path: '/viewer', act: reading(refused(500, 'internal')), shown: '.notice.care button' },
    // What was given up stays so for as long as the session is there.
    { name: 'viewer-gave-up', who: 'li-na', path: '/viewer', act: asking('**/relinquishment', refused(404, 'not-found'), async (page) => { await click('.basis button.quiet')(page); await click('[role=dialog] .warn')(page); }), shown: '.mark + dl + .hint' },
    { name: 'viewer-session-over', who: 'li-na', path: '/viewer', act: asking(LOOKS, refused(401, 'token-invalid'), lookNow), shown: '.notice .main' },
  ],
};
