import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../kit/eventually.js';
import { guardian } from './kit/office.js';
import { opens, reader } from './kit/onlookers.js';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import { refused } from './kit/states.js';
import type { Visitor } from './kit/visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

/** Types a code where codes are opened, on the page from its beginning. */
async function typed(visitor: Visitor, code: string): Promise<void> {
  await visitor.open('/citizen');
  await visitor.open('/citizen/open');
  await visitor.page.getByLabel('Type the code').fill(code);
  await visitor.press('Open');
}

const card = (visitor: Visitor, place = 0) => visitor.page.locator('.card').nth(place);
const intro = async (visitor: Visitor): Promise<string> => (await visitor.page.locator('.page > p').allTextContents()).join(' ');

describe('the page of who may look', () => {
  it('says that nobody sees anything where a request is only open, and of no agreement that there was none', async () => {
    const consent = await opens(stage, 'wang-fang', 'li-na');
    const visitor = await reader(stage, 'wang-fang');
    expect(await intro(visitor)).toBe('Nobody here can see anything about you now.');
    expect(await card(visitor).textContent()).toContain('WhyFamilyUntil');
    await visitor.press(/^Say no: /);
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Say no' }).click();
    await visitor.page.locator('.over .card').getByText('You said no').waitFor();
    expect(await card(visitor).textContent()).toContain('WhyFamilyUntil');
    await over(visitor, '李', consent);
  }, 120_000);

  it('has a request whose code was opened a moment ago on the way there: it is read no older than that', async () => {
    const { code } = await stage.asks('olena-shevchenko', 'status');
    await stage.enrolled('chen-wei');
    const visitor = await stage.visitor();
    await visitor.signIn('chen-wei');
    const opening = visitor.page.waitForResponse('**/v1/consent-codes/openings');
    await typed(visitor, code);
    const { position } = (await (await opening).json()) as { readonly position: string };
    await visitor.at('First compare these three words');
    const reading = visitor.page.waitForRequest('**/v1/me/bases*');
    await visitor.open('/citizen/may-look');
    expect(new URL((await reading).url()).searchParams.get('at-least')).toBe(position);
    await visitor.sees(/^You opened this request and have not agreed/);
    await over(visitor, position);
  }, 120_000);

  it('is read no older than what was declined last, also once a code is opened again that was opened on another device before that', async () => {
    const person = await stage.enrolled('chen-wei');
    const [first, second] = [await stage.asks('sun-yue', 'status'), await stage.asks('nguyen-an', 'status')];
    const opened = (await person.post('/v1/consent-codes/openings', { code: first.code })).body['position'];
    const visitor = await stage.visitor();
    const { page } = visitor;
    // As while read models are behind: nothing that is read shows what was done.
    await page.route(/\/v1\/me\/(?:code|bases)/, refused(503, 'read-models-behind'));
    await visitor.signIn('chen-wei');
    /** Opens a code, or says no to what it asks; where the server says that this stands. */
    const does = async (path: string, act: () => Promise<void>): Promise<string> => {
      const answer = page.waitForResponse(path);
      await act();
      return ((await (await answer).json()) as { readonly position: string }).position;
    };
    await typed(visitor, second.code);
    await visitor.press('The same, go on');
    const declined = await does('**/decline', () => visitor.press('No'));
    await visitor.at('You said no');
    expect(await does('**/v1/consent-codes/openings', () => typed(visitor, first.code))).toBe(opened);
    await visitor.at('First compare these three words');
    const behind: (string | null)[] = [];
    page.on('request', (request) => behind.push(new URL(request.url()).searchParams.get('at-least')));
    await page.unrouteAll();
    await visitor.open('/citizen/may-look');
    await card(visitor).waitFor();
    expect(behind).toContain(declined);
    visitor.faults.splice(0, visitor.faults.length, ...visitor.faults.filter((fault) => !fault.startsWith('Failed to load resource')));
    await over(visitor, String(opened), declined);
  }, 120_000);

  it('says who sees something, and that what was agreed to can be taken back', async () => {
    await stage.granted('sun-yue', 'li-na', 'status');
    const visitor = await reader(stage, 'sun-yue');
    expect(await intro(visitor)).toBe('These people can see something about you. What you agreed to you can take back at any time.');
    expect(await card(visitor).textContent()).toMatch(/WhyFamily · You agreedFrom\d+ \w+ 20.*Until/);
    await opens(stage, 'sun-yue', 'chen-wei');
    await visitor.page.reload();
    await card(visitor, 1).waitFor();
    expect(await intro(visitor)).toBe('Not everybody here can see something about you now; each card says how it stands. What you agreed to you can take back at any time.');
    await visitor.press('Take back: 李娜 (Na Li)');
    await visitor.sees('From the moment you confirm, 李娜 (Na Li) can no longer see your health code under this agreement. What they saw before stays listed under “Who looked at me”. They are not told.');
    await over(visitor, '李');
  }, 120_000);

  it('speaks of what was taken back alone, and says and shows by what else the same person can still look', async () => {
    await stage.granted('ouyang-xue', 'liu-yang', 'status');
    const results = await stage.granted('ouyang-xue', 'liu-yang', 'results');
    const visitor = await reader(stage, 'ouyang-xue');
    await card(visitor, 1).waitFor();
    await visitor.page.getByRole('button', { name: /^Take back: / }).first().click();
    await visitor.press('Yes, take it back now');
    const live = visitor.page.locator('[data-live-announcer]').getByText('Done.');
    await live.waitFor();
    expect(await live.textContent()).toMatch(/^Done\. .+ can no longer look under this agreement\. .+ can still look at you under another agreement: see the list\.$/);
    expect(await visitor.page.locator('.notice').textContent()).toMatch(/can still look at you under another agreement/);
    expect(await stage.looks('liu-yang', results)).toBe(200);
    await visitor.page.getByRole('button', { name: /^Take back: / }).click();
    await visitor.press('Yes, take it back now');
    await visitor.sees(/^Done\. .+ can no longer look under this agreement\.$/);
    await visitor.page.locator('.notice').getByText('Nobody may look at you').waitFor();
    await over(visitor, '刘', results);
  }, 120_000);

  it('is led to by how many people can look now, and by no number where nobody could read it', async () => {
    for (const scope of ['status', 'results'] as const) await stage.granted('maria-garcia', 'aygul', scope);
    const visitor = await stage.visitor();
    const hint = visitor.page.getByRole('link', { name: /^Who may look at me/ });
    await visitor.page.route('**/v1/me/bases*', refused(503, 'read-models-behind'));
    await visitor.signIn('maria-garcia');
    await visitor.sees('Who may look at me');
    expect((await hint.textContent())?.trim()).toBe('Who may look at me');
    await visitor.page.unrouteAll();
    await visitor.page.reload();
    await visitor.sees('1 person at the moment');
    await visitor.page.route('**/v1/me/bases*', refused(500, 'internal'));
    await visitor.page.evaluate('document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))');
    await visitor.page.getByText('1 person at the moment').waitFor({ state: 'detached' });
    expect((await hint.textContent())?.trim()).toBe('Who may look at me');
    expect(visitor.faults.filter((fault) => !fault.startsWith('Failed to load resource'))).toEqual([]);
    await visitor.leave();
  }, 120_000);

  it('shows when a guardianship begins, and does not offer to take it back', async () => {
    await stage.enrolled('zhao-lei');
    const basis = await guardian(stage, 'zhao-qiang', 'zhao-lei');
    const visitor = await reader(stage, 'zhao-lei');
    expect(await intro(visitor)).toBe('Nobody here can see anything about you now.');
    await visitor.sees('Not yet');
    expect(await card(visitor).textContent()).toMatch(/From\d+ \w+ 20\d\d at \d\d:\d\d/);
    // A number is written as it is typed at a counter, capitals and all.
    expect(basis).toMatch(/^g_/);
    expect(await visitor.page.evaluate(`getComputedStyle([...document.querySelectorAll('dd')].find(({ textContent }) => textContent === '${basis}'), '::first-letter').textTransform`)).toBe('none');
    await over(visitor, basis);
  }, 120_000);
});

describe('a request', () => {
  it('has the least picked already, says what that is, and says in no title whose it is', async () => {
    const { code } = await stage.asks('olena-shevchenko');
    const visitor = await deciding('sun-yue', code);
    // Titles go into the history.
    expect(await eventually(() => visitor.page.title(), (title) => !title.startsWith('First compare'))).toBe('A request to look at you · Xinma');
    expect(await visitor.page.locator('.choice:has(input:checked)').allTextContents()).toEqual([expect.stringMatching(/^Health code onlyYour surname, the status and the day it is as of$/), expect.stringMatching(/^(?:One hour, until|Today, until)/)]);
    await over(visitor, code);
  }, 120_000);

  it('that is declined says by what else the same person can still look', async () => {
    await stage.granted('chan-tai-man', 'nguyen-an', 'status');
    const { code } = await stage.asks('nguyen-an');
    const visitor = await deciding('chan-tai-man', code);
    await visitor.press('No');
    await visitor.at('You said no');
    await visitor.sees(/looks at nothing under this request\.$/);
    await visitor.sees(/can still look at you under another agreement/);
    await visitor.page.locator('.basis').getByText('health code only').waitFor();
    await over(visitor, code);
  }, 120_000);

  it('that is granted for a time that is no good stays, and asks for another time', async () => {
    const { code } = await stage.asks('yusuf-haddad');
    const visitor = await deciding('sun-yue', code);
    await visitor.page.route('**/grant', refused(422, 'window'));
    await visitor.press('I agree');
    await visitor.sees('This time does not work');
    expect(await visitor.page.getByText('This request is no longer there').count()).toBe(0);
    await over(visitor, code);
  }, 120_000);

  /** Somebody before the decision on a request. */
  async function deciding(name: string, code: string): Promise<Visitor> {
    const visitor = await stage.visitor();
    await visitor.signIn(name);
    await typed(visitor, code);
    await visitor.press('The same, go on');
    await visitor.at(/wants to look$/);
    return visitor;
  }
});
