import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../kit/eventually.js';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import type { Visitor } from './kit/visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.result('sun-yue');
  await stage.granted('sun-yue', 'chen-wei');
  await stage.enrolled('li-na');
}, 120_000);
afterAll(() => stage?.close());

const LIST = 'People I care for';

/** Somebody in the room, with the list before them. */
async function viewer(name: string): Promise<Visitor> {
  const visitor = await stage.visitor();
  await visitor.signIn(name);
  await visitor.press(LIST, 'link');
  await visitor.at(LIST);
  return visitor;
}

/** Looks at whoever is called so. */
async function looks(visitor: Visitor, who = 'Mum'): Promise<void> {
  await visitor.press(`Look: ${who}`);
  await visitor.at('A look');
  await visitor.pick('Health code and test results');
  await visitor.press('Look now');
  await visitor.page.locator('.seen').waitFor();
}

/** Nothing of what was seen is on the page any more. */
async function gone({ page }: Visitor): Promise<void> {
  await page.locator('.seen').waitFor({ state: 'detached' });
  expect(await page.content()).not.toMatch(/孙|Haidian clinic|class="watermark"/);
}

describe('from asking to taking back', () => {
  it('somebody asks, is agreed to, looks under their own name, and no longer once it is taken back', async () => {
    const [one, other] = [await viewer('li-na'), await stage.visitor()];
    await one.press(/^Ask to see somebody/, 'link');
    await one.press('Get a code');
    await one.sees('Write what you call them.');
    await one.page.getByLabel('What do you call this person?').fill('Mum <img src=x onerror=alert(1)>');
    await one.pick(/^Health code and test results/);
    await one.press('Get a code');
    await one.at('Hand over this code');
    await one.page.getByRole('img', { name: 'Request as a QR code' }).waitFor();
    await one.sees(/^(?:30:00|29:\d\d) left$/);
    const spelled = (await one.page.locator('.spelled').textContent()) ?? '';
    expect(spelled).toMatch(/^(?:[\w-]{4} )+[\w-]{1,4}$/);
    const code = spelled.replaceAll(' ', '');
    await grants(other, spelled, await one.page.locator('.three strong').allTextContents());
    // Whoever comes back to a page asks again at once.
    await one.page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    await one.at('They agreed');
    await one.press('Go to the list', 'link');
    await looks(one, 'Mum <img src=x onerror=alert(1)>');
    await one.sees('Surname: 孙');
    await one.sees('No virus found');
    const disclosure = ((await one.page.locator('.seen-by').textContent()) ?? '').match(/Record (\S+)\./)?.[1] ?? '';
    const [name, when, ...halves] = await one.page.locator('.watermark text').allTextContents();
    expect([name, when, halves.join('')]).toEqual(['李娜 (Na Li)', expect.stringMatching(/^\d+ \w+ \d{4} at \d\d:\d\d$/), disclosure]);
    await takesBack(other, disclosure);
    await one.press('Hide now');
    await gone(one);
    await one.press('Look again');
    await one.press('Look now');
    await one.sees('You cannot look now');
    await over(other, code, '李');
    await over(one, code, 'Mum', '孙', disclosure);
  }, 120_000);

  async function grants(visitor: Visitor, code: string, words: readonly string[]): Promise<void> {
    await visitor.signIn('sun-yue');
    await visitor.press(/^Somebody wants to look/, 'link');
    await visitor.sees('Capital and small letters differ; - and _ belong to it, blanks do not. You can paste it.');
    await visitor.page.getByLabel('Type the code').fill(code);
    await visitor.press('Open');
    await visitor.at('First compare these three words');
    expect(await visitor.page.locator('.three strong').allTextContents()).toEqual(words);
    await visitor.press('The same, go on');
    await visitor.pick(/^Health code and test results/);
    await visitor.press('I agree');
    await visitor.at('You agreed');
  }

  async function takesBack(visitor: Visitor, disclosure: string): Promise<void> {
    const subject = await stage.instance.as('sun-yue');
    await eventually(async () => (await subject.get('/v1/me/disclosures')).text, (log) => log.includes(disclosure));
    await visitor.open('/citizen/looked');
    await visitor.sees(`Record ${disclosure}`);
    await visitor.open('/citizen/may-look');
    await visitor.press('Take back: 李娜 (Na Li)');
    await visitor.press('Yes, take it back now');
    await visitor.sees(/^Done\./);
  }
});

describe('a view', () => {
  it('hides itself after a minute', async () => {
    const visitor = await viewer('chen-wei');
    await visitor.page.clock.install();
    await looks(visitor);
    await visitor.page.clock.runFor(50_000);
    await visitor.sees('Surname: 孙');
    await visitor.page.clock.runFor(11_000);
    await visitor.sees('Hidden again');
    await gone(visitor);
    await over(visitor, '孙');
  }, 120_000);

  it('does not come back by going back, nor forward', async () => {
    const visitor = await viewer('chen-wei');
    await looks(visitor);
    await visitor.page.goBack();
    await visitor.at(LIST);
    await gone(visitor);
    await visitor.page.goForward();
    await visitor.at(LIST);
    await gone(visitor);
    await over(visitor, '孙');
  }, 120_000);

  it('does not come back when the browser shows again what it kept of the page', async () => {
    const visitor = await viewer('chen-wei');
    await looks(visitor);
    // As a browser freezes a page that is left, and thaws it.
    await visitor.page.evaluate('dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }))');
    expect(await visitor.page.locator('.seen').count()).toBe(0);
    await visitor.page.evaluate('dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))');
    await gone(visitor);
    await visitor.press('Look again');
    await visitor.press('Look now');
    await visitor.page.locator('.seen').waitFor();
    await visitor.page.goto('about:blank');
    await visitor.page.goBack();
    await visitor.at(LIST);
    await gone(visitor);
    await over(visitor, '孙');
  }, 120_000);

  it('does not come back, either, where the page was left in the moment in which it was drawn', async () => {
    const visitor = await viewer('chen-wei');
    await visitor.page.evaluate(`void (window.stayed = new Promise((resolve) => {
      new MutationObserver((_seen, watch) => {
        if (document.querySelector('.seen') === null) return;
        watch.disconnect();
        dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
        resolve(document.querySelector('.seen') !== null);
      }).observe(document.body, { childList: true, subtree: true });
    }))`);
    await visitor.press('Look: Mum');
    await visitor.press('Look now');
    expect(await visitor.page.evaluate('window.stayed')).toBe(false);
    await visitor.sees('Hidden again');
    await gone(visitor);
    await over(visitor, '孙');
  }, 120_000);

  it('is gone when the tab is put away', async () => {
    const visitor = await viewer('chen-wei');
    await looks(visitor);
    await visitor.page.evaluate('Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true }); document.dispatchEvent(new Event("visibilitychange"))');
    await gone(visitor);
    await over(visitor, '孙');
  }, 120_000);

  it('is not drawn where the tab was put away before it came', async () => {
    const visitor = await viewer('chen-wei');
    await visitor.page.route('**/views', async (route) => {
      const response = await route.fetch();
      await visitor.page.evaluate(`Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true }); document.dispatchEvent(new Event("visibilitychange"))`);
      await route.fulfill({ response });
    });
    await visitor.press('Look: Mum');
    await visitor.press('Look now');
    await visitor.sees('Hidden again');
    await gone(visitor);
    await over(visitor, '孙');
  }, 120_000);

  it('is on no paper', async () => {
    const visitor = await viewer('chen-wei');
    await looks(visitor);
    await visitor.page.emulateMedia({ media: 'print' });
    const printed = String(await visitor.page.evaluate('document.body.innerText'));
    expect(printed).toContain('This page is not printed.');
    expect(printed).not.toMatch(/孙|Mum|Wei|Haidian|virus/);
    expect(await visitor.page.locator('.seen').isVisible()).toBe(false);
    await over(visitor, '孙');
  }, 120_000);
});

describe('a tab that was left open', () => {
  it('is told what was granted once the time is over, and what to do', async () => {
    const visitor = await viewer('chen-wei');
    await visitor.press('Look: Mum');
    const look = visitor.page.getByRole('button', { name: 'Look now' });
    await look.waitFor();
    // Not while the list is shown: read anew, it no longer has the card.
    stage.instance.clock.advance(15 * 86_400_000);
    await look.click();
    await visitor.sees('Not what was agreed to');
    await visitor.sees(/^They agreed to this: health code and test results, from .+ until .+ ask again\.$/);
    await visitor.press('Ask again', 'link');
    await visitor.at('Ask to see somebody');
    await over(visitor);
  }, 120_000);
});
