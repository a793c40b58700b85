import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

/** Somebody before the decision on a request. */
async function deciding(name: string, code: string): Promise<Visitor> {
  await stage.enrolled(name);
  const visitor = await stage.visitor();
  await visitor.signIn(name);
  await visitor.open('/citizen/open');
  await visitor.page.getByLabel('Type the code').fill(code);
  await visitor.press('Open');
  await visitor.press('The same, go on');
  await visitor.at(/wants to look$/);
  return visitor;
}

describe('an end', () => {
  it('tells readers each time that a request was said no to, in the same words, too', async () => {
    await opens(stage, 'aygul', 'li-na');
    await opens(stage, 'aygul', 'chen-wei');
    const visitor = await reader(stage, 'aygul');
    await visitor.page.evaluate(`(() => {
      globalThis.told = 0;
      const live = document.querySelector('[data-live-announcer]');
      new MutationObserver(() => { if (live.textContent !== '') told += 1; }).observe(live, { childList: true, characterData: true, subtree: true });
    })()`);
    for (const times of [1, 2]) {
      await visitor.page.getByRole('button', { name: /^Say no: / }).first().click();
      await visitor.page.getByRole('dialog').getByRole('button', { name: 'Say no' }).click();
      await visitor.page.getByRole('dialog').waitFor({ state: 'detached' });
      await visitor.page.locator('.over .card').nth(times - 1).waitFor();
      expect(await visitor.page.evaluate('told')).toBe(times);
    }
    await over(visitor, '李', '陈');
  }, 120_000);

  it('leaves no question while what was said yes to is on its way: whoever left would not hear that it failed', async () => {
    await stage.granted('zhao-qiang', 'li-na', 'status');
    const visitor = await reader(stage, 'zhao-qiang');
    let fail = (): void => undefined;
    await visitor.page.route('**/revocation', async (route) => {
      await new Promise<void>((resolve) => (fail = resolve));
      await refused(503, 'unavailable')(route);
    });
    await visitor.press(/^Take back: /);
    await Promise.all([visitor.page.waitForRequest('**/revocation'), visitor.press('Yes, take it back now')]);
    const cancel = visitor.page.getByRole('dialog').getByRole('button', { name: 'Cancel' });
    expect(await cancel.isDisabled()).toBe(true);
    await visitor.page.keyboard.press('Escape');
    fail();
    await visitor.sees('It is not certain whether this was done.');
    await cancel.click();
    await visitor.page.getByRole('dialog').waitFor({ state: 'detached' });
    await visitor.leave();
  }, 120_000);

  it('is read anew where a request was agreed to on another device, and here is said no to', async () => {
    const consent = await opens(stage, 'olena-shevchenko', 'sun-yue');
    const visitor = await reader(stage, 'olena-shevchenko');
    const person = await stage.instance.preparing('olena-shevchenko');
    await person.post(`/v1/consents/${consent}/grant`, { scope: 'status', purpose: 'FAMRQT', until: new Date(stage.instance.clock.now() + 86_400_000).toISOString() });
    await stage.caughtUp();
    await visitor.press(/^Say no: /);
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Say no' }).click();
    await visitor.sees('This cannot be done');
    await visitor.press('Cancel');
    await visitor.page.getByRole('button', { name: /^Take back: / }).waitFor();
    await visitor.sees('These people can see something about you.');
    await over(visitor, '孙', consent);
  }, 120_000);
});

describe('a request', () => {
  it('that is granted for later, as a minor’s results to their own guardian are, says from when on: to both', async () => {
    const from = new Date(stage.instance.clock.now() + 86_400_000).toISOString();
    await stage.enrolled('aygul');
    const asking = await stage.visitor();
    await asking.signIn('aygul');
    await asking.open('/viewer/ask');
    await asking.page.getByLabel('What do you call this person?').fill('My girl');
    await asking.press('Get a code');
    const code = ((await asking.page.locator('.spelled').textContent()) ?? '').replaceAll(' ', '');
    const visitor = await deciding('nguyen-an', code);
    await visitor.page.route('**/grant', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...((await response.json()) as object), from } });
    });
    await visitor.press('I agree');
    await visitor.sees(/^Not yet: they can look from \d+ \w+ \d{4} at \d\d:\d\d on, and not before\. .+ may see your health code only until/);
    await asking.page.route('**/v1/me/bases*', async (route) => {
      const response = await route.fetch();
      const found = (await response.json()) as { readonly mine: readonly object[] };
      await route.fulfill({ response, json: { ...found, mine: found.mine.map((one) => ({ ...one, from })) } });
    });
    await asking.page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    await asking.at('They agreed');
    await asking.sees(/^You can look from \d+ \w+ \d{4} at \d\d:\d\d on\./);
    await over(visitor, code);
    await over(asking, code, 'My girl');
  }, 120_000);

  it('that was agreed to, the answer lost, and is then said no to, leads to where it stands', async () => {
    const { code } = await stage.asks('yusuf-haddad', 'status');
    const visitor = await deciding('nguyen-an', code);
    await visitor.page.route('**/grant', async (route) => {
      await route.fetch();
      await refused(503, 'unavailable')(route);
    });
    await visitor.press('I agree');
    await visitor.sees('It is not certain whether this was done.');
    await visitor.press('No');
    await visitor.sees('This request is no longer there');
    expect(await visitor.page.getByText('It is not certain whether this was done.').count()).toBe(0);
    await visitor.press('Who may look at me', 'link');
    await visitor.page.getByRole('button', { name: /^Take back: .*Yusuf Haddad/ }).waitFor();
    visitor.faults.splice(0, visitor.faults.length, ...visitor.faults.filter((fault) => !fault.startsWith('Failed to load resource')));
    await over(visitor, code);
  }, 120_000);
});
