import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../kit/eventually.js';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import { refused } from './kit/states.js';
import type { Visitor } from './kit/visitor.js';

const PEOPLE = ['ouyang-xue', 'sun-yue'] as const;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  for (const name of PEOPLE) await looked(name);
  await stage.caughtUp();
}, 120_000);
afterAll(() => stage?.close());

/** Somebody agrees to be looked at, and is, so often. */
async function looked(name: string, often = 2): Promise<void> {
  const consent = await stage.granted(name, 'li-na', 'status');
  for (let look = 0; look < often; look += 1) {
    stage.instance.clock.advance(60 * 60_000);
    await stage.looks('li-na', consent, 'status');
  }
}

/** Reads who looked, and waits until that is remembered. */
async function reads({ page }: Visitor): Promise<void> {
  await page.getByText('saw your health code.').first().waitFor();
  await eventually(() => page.evaluate("localStorage.getItem('xinma.seen')"), (kept) => kept !== null);
}

/** The time of whoever is signed in runs out, and they leave the device as it is. */
async function runsOut({ page }: Visitor): Promise<void> {
  await page.route('**/v1/me/results', refused(401, 'token-invalid'));
  await page.getByRole('link', { name: /^My results/ }).click();
  await page.getByText('Your sign-in has run out').waitFor();
  await page.unroute('**/v1/me/results');
}

describe('what is new', () => {
  it('is told to whoever had seen the rest by a mark that the next person on the device does not inherit, also where nobody signed out', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('ouyang-xue');
    await visitor.press(/^Who looked at me/, 'link');
    await reads(visitor);
    await visitor.press('Back', 'link');
    await looked('ouyang-xue', 1);
    await stage.caughtUp();
    // The issuer knows them still: their mark is theirs.
    await runsOut(visitor);
    await visitor.press('Sign in');
    await visitor.at('My results');
    await visitor.press('Back', 'link');
    await visitor.sees('Something new');
    await runsOut(visitor);
    await visitor.context.clearCookies();
    await visitor.press('Sign in');
    await visitor.page.locator('button[value="sun-yue"]').click();
    await visitor.at('My results');
    await visitor.press('Back', 'link');
    await visitor.press(/^Who looked at me/, 'link');
    await reads(visitor);
    expect(await visitor.page.getByText('New', { exact: true }).count()).toBe(0);
    await over(visitor, '李', '欧阳');
  }, 120_000);
});
