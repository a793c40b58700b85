import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../kit/eventually.js';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import { refused } from './kit/states.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.enrolled('wang-fang');
  await stage.enrolled('ouyang-xue');
}, 120_000);
afterAll(() => stage?.close());

const home = 'My health code';

describe('a citizen', () => {
  it('whose enrolment takes longer is told so, and has a code once it is there', async () => {
    const visitor = await stage.visitor();
    const { clock } = visitor.page;
    await visitor.signIn('liu-yang');
    await visitor.at('First, enrol');
    await visitor.page.route('**/v1/me', refused(404, 'not-enrolled'));
    await clock.install();
    await visitor.press('Enrol now');
    await visitor.sees('Enrolling. This usually takes a few seconds.');
    await clock.runFor(13_000);
    await visitor.sees('Not enrolled yet');
    await visitor.page.unrouteAll({ behavior: 'ignoreErrors' });
    await eventually(async () => {
      // In small steps: a question may take twenty seconds.
      await clock.runFor(1_000);
      return visitor.page.getByRole('heading', { name: home }).count();
    }, (found) => found > 0);
    await over(visitor, '刘');
  }, 120_000);

  it('is told of a code that is no good, and of none at all', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('ouyang-xue');
    await visitor.open('/citizen/open');
    await visitor.press('Open');
    await visitor.sees('Type or scan a code first.');
    // Whoever cannot read what is wrong changes the language.
    await visitor.press('中文');
    expect(await visitor.page.locator('.fault').allTextContents()).toEqual(['请先输入或扫码。']);
    await visitor.press('English');
    // Also of what is too long to be one: somebody held up another picture, or pasted a whole message.
    for (const text of ['nonsense', 'https://elsewhere.example/'.repeat(4)]) {
      await visitor.page.getByLabel('Type the code').fill(text);
      const answer = visitor.page.waitForResponse('**/openings');
      await visitor.press('Open');
      await answer;
      await visitor.sees('This code is not good');
      expect(await visitor.page.getByText('This cannot be done').count()).toBe(0);
    }
    await over(visitor);
  }, 120_000);
});

describe('a session', () => {
  it('that ended in another window ends on a page that the browser kept meanwhile, also once somebody else has signed in', async () => {
    const visitor = await stage.visitor();
    // As a page that is kept: it is told of nothing.
    await visitor.context.addInitScript("addEventListener('storage', (event) => globalThis.kept && event.stopImmediatePropagation(), true)");
    await visitor.signIn('wang-fang');
    await visitor.at(home);
    await visitor.page.evaluate('globalThis.kept = true; dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }))');
    const other = await visitor.context.newPage();
    await other.goto(stage.instance.address);
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other.getByRole('button', { name: 'Sign out' }).click();
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other.locator('button[value="sun-yue"]').click();
    await other.getByRole('heading', { name: 'First, enrol' }).waitFor();
    expect(await visitor.page.getByRole('heading', { name: home }).count()).toBe(1);
    await visitor.page.evaluate('dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))');
    await visitor.at('You are signed out');
    expect(await visitor.page.locator('main').textContent()).not.toContain('王');
    // Who has signed in since stays.
    await other.evaluate('dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))');
    await other.reload();
    await other.getByRole('heading', { name: 'First, enrol' }).waitFor();
    await visitor.leave();
  }, 120_000);

  it('lets everybody in who chose after a sign-out, also in two windows at once', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('wang-fang');
    await visitor.at(home);
    await visitor.press('Sign out');
    await visitor.at('A health code you can trust');
    const other = await visitor.context.newPage();
    await other.goto(stage.instance.address);
    for (const page of [visitor.page, other]) {
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
    }
    for (const page of [visitor.page, other]) {
      await page.locator('button[value="wang-fang"]').click();
      await page.getByRole('heading', { name: home }).waitFor();
    }
    await visitor.leave();
  }, 120_000);
});

describe('a registrar', () => {
  it.each([['account', 'Document number'], ['appoint', 'Where']])('loses nothing of what they typed at %s where the network is gone for a while', async (path, label) => {
    const visitor = await stage.visitor();
    await visitor.signIn('registrar-he', 'al3');
    await visitor.open(`/registrar/${path}`);
    const field = visitor.page.getByLabel(label, { exact: true });
    await field.fill('11010819');
    await visitor.page.route(/\/v1\/(?:sign-in|me\/duties)/, (route) => route.abort());
    // As whoever looks something up in another window, and comes back.
    await visitor.page.evaluate('document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))');
    // It is asked for three times before it is said.
    await visitor.page.waitForTimeout(3_000);
    expect(await field.inputValue({ timeout: 1_000 })).toBe('11010819');
    await visitor.leave();
  }, 120_000);
});
