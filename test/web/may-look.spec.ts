import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../kit/eventually.js';
import { guardian } from './kit/office.js';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import type { Visitor } from './kit/visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 60_000);
afterAll(() => stage?.close());

/** Opens a request as whom it is for, and decides nothing. */
async function opens(subject: string, viewer: string): Promise<string> {
  const person = await stage.enrolled(subject);
  const { consent, code } = await stage.asks(viewer, 'status');
  await person.post('/v1/consent-codes/openings', { code });
  await eventually(async () => (await person.get('/v1/me/bases')).text, (text) => text.includes('"opened"'));
  return consent;
}

/** Somebody in front of who may look at them. */
async function reader(name: string): Promise<Visitor> {
  const visitor = await stage.visitor();
  await visitor.signIn(name);
  await visitor.press(/^Who may look at me/, 'link');
  await visitor.page.locator('.card').first().waitFor();
  return visitor;
}

const card = (visitor: Visitor, place = 0) => visitor.page.locator('.card').nth(place);
const intro = async (visitor: Visitor): Promise<string> => (await visitor.page.locator('.page > p').allTextContents()).join(' ');

describe('the page of who may look', () => {
  it('says that nobody sees anything where a request is only open, and of no agreement that there was none', async () => {
    const consent = await opens('wang-fang', 'li-na');
    const visitor = await reader('wang-fang');
    expect(await intro(visitor)).toBe('Nobody here can see anything about you now.');
    expect(await card(visitor).textContent()).toContain('WhyFamilyUntil');
    await visitor.press(/^Say no: /);
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Say no' }).click();
    await visitor.page.locator('.over .card').getByText('You said no').waitFor();
    expect(await card(visitor).textContent()).toContain('WhyFamilyUntil');
    await over(visitor, '李', consent);
  }, 60_000);

  it('says who sees something, and that what was agreed to can be taken back', async () => {
    await stage.granted('sun-yue', 'li-na', 'status');
    const visitor = await reader('sun-yue');
    expect(await intro(visitor)).toBe('These people can see something about you. What you agreed to you can take back at any time.');
    expect(await card(visitor).textContent()).toMatch(/WhyFamily · You agreedFrom\d+ \w+ 20.*Until/);
    await opens('sun-yue', 'chen-wei');
    await visitor.page.reload();
    await card(visitor, 1).waitFor();
    expect(await intro(visitor)).toBe('Not everybody here can see something about you now; each card says how it stands. What you agreed to you can take back at any time.');
    await visitor.press('Take back: 李娜 (Na Li)');
    await visitor.sees('From the moment you confirm, 李娜 (Na Li) can no longer see your health code. What they saw before stays listed under “Who looked at me”. They are not told.');
    await over(visitor, '李');
  }, 60_000);

  it('shows when a guardianship begins, and does not offer to take it back', async () => {
    await stage.enrolled('zhao-lei');
    const basis = await guardian(stage, 'zhao-qiang', 'zhao-lei');
    const visitor = await reader('zhao-lei');
    expect(await intro(visitor)).toBe('Nobody here can see anything about you now.');
    await visitor.sees('Not yet');
    expect(await card(visitor).textContent()).toMatch(/From\d+ \w+ 20\d\d at \d\d:\d\d/);
    // A number is written as it is typed at a counter, capitals and all.
    expect(basis).toMatch(/^g_/);
    expect(await visitor.page.evaluate(`getComputedStyle([...document.querySelectorAll('dd')].find(({ textContent }) => textContent === '${basis}'), '::first-letter').textTransform`)).toBe('none');
    await over(visitor, basis);
  }, 60_000);
});
