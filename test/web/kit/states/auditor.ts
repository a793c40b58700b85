import type { Page, Route } from 'playwright-core';
import { history, pseudonym } from '../audited.js';
import { guardian } from '../office.js';
import type { Stage } from '../stage.js';
import { asking, click, refused, type RoomStates } from '../states.js';

async function prepare(stage: Stage): Promise<void> {
  await history(stage, 'wang-fang');
  const basis = await guardian(stage, 'chen-wei', 'chen-xiaoyang');
  await stage.looks('chen-wei', basis);
}

const ask = (name: string) => async (page: Page, stage: Stage): Promise<void> => {
  await page.locator('form input').fill(name === '' ? '0'.repeat(32) : await pseudonym(stage, name));
  await page.locator('form .main').click();
};
const earlier = async (page: Page, stage: Stage): Promise<void> => {
  await ask('wang-fang')(page, stage);
  await page.locator('input[type=range]').focus();
  for (const key of ['Home', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
};
const raw = async (page: Page, stage: Stage): Promise<void> => {
  await ask('wang-fang')(page, stage);
  await page.locator('.looks button').first().click();
};
const proof = async (page: Page, stage: Stage): Promise<void> => {
  await earlier(page, stage);
  await page.locator('.over .actions button').click();
};
const table = async (page: Page, stage: Stage): Promise<void> => {
  await ask('wang-fang')(page, stage);
  await page.locator('summary').click();
};
/** Of an unknown pseudonym, so that nothing has to be looked up first. */
const becomes = (become: (route: Route) => Promise<void> | undefined) => asking('**/access*', become, async (page) => {
  await page.locator('form input').fill('0'.repeat(32));
  await page.locator('form .main').click();
});

/** Every state of the auditor's room. */
export const AUDITOR: RoomStates = {
  room: 'auditor',
  prepare,
  states: [
    { name: 'auditor-step-up', who: 'auditor-tang', acr: 'al1', path: '/auditor/access', shown: '.notice .main' },
    { name: 'auditor', who: 'auditor-tang', path: '/auditor', shown: '.doors' },
    { name: 'auditor-access', who: 'auditor-tang', path: '/auditor/access', shown: 'form .main' },
    { name: 'auditor-access-wrong', who: 'auditor-tang', path: '/auditor/access', act: click('form .main'), shown: '[aria-invalid=true]' },
    { name: 'auditor-history', who: 'auditor-tang', path: '/auditor/access', act: ask('wang-fang'), shown: '.bars' },
    { name: 'auditor-earlier', who: 'auditor-tang', path: '/auditor/access', act: earlier, shown: '.bars .can, .history > .actions .main' },
    { name: 'auditor-table', who: 'auditor-tang', path: '/auditor/access', act: table, shown: '.written' },
    { name: 'auditor-guardian', who: 'auditor-tang', path: '/auditor/access', act: async (page, stage) => { const { body } = await (await stage.instance.as('chen-wei')).get('/v1/me/guardianships'); await page.locator('form input').fill(String((body['guardianships'] as readonly { readonly basis: string }[])[0]?.basis)); await page.locator('form .main').click(); }, shown: '.bars' },
    { name: 'auditor-raw', who: 'auditor-tang', path: '/auditor/access', act: raw, shown: '[role=dialog] .raw' },
    { name: 'auditor-proof', who: 'auditor-tang', path: '/auditor/access', act: proof, shown: '.over .notice' },
    { name: 'auditor-nothing', who: 'auditor-tang', path: '/auditor/access', act: ask(''), shown: '.notice' },
    { name: 'auditor-conflict', who: 'auditor-tang', path: '/auditor/access', act: becomes(refused(409, 'conflict-of-interest')), shown: '.notice.stop' },
    { name: 'auditor-loading', who: 'auditor-tang', path: '/auditor/access', act: becomes(() => undefined), shown: '.loading p' },
    { name: 'auditor-offline', who: 'auditor-tang', path: '/auditor/access', act: becomes((route) => route.abort()), shown: '.notice button' },
    { name: 'auditor-refused', who: 'auditor-tang', path: '/auditor/access', act: becomes(refused(403, 'not-permitted')), shown: '.notice.care' },
    { name: 'auditor-server-error', who: 'auditor-tang', path: '/auditor/access', act: becomes(refused(500, 'internal')), shown: '.notice button' },
    { name: 'auditor-log', who: 'auditor-tang', path: '/auditor/log', shown: '.events, [data-elder=yes] form .wide' },
    { name: 'auditor-log-open', who: 'auditor-tang', path: '/auditor/log', act: async (page) => { await page.locator('.events summary').first().click(); }, shown: '.events .raw' },
    { name: 'auditor-log-end', who: 'auditor-tang', path: '/auditor/log', act: async (page) => { await page.locator('form input').fill('999999'); await page.locator('form button').click(); }, shown: 'main p[role=status]' },
    { name: 'auditor-session-over', who: 'auditor-tang', path: '/auditor/access', act: becomes(refused(401, 'token-invalid')), shown: '.notice .main' },
  ],
};
