import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimed } from './kit/office.js';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import type { Visitor } from './kit/visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.result('sun-yue');
  await stage.granted('sun-yue', 'chen-wei', 'status');
  await claimed(stage, 'zhao-qiang', 'zhao-lei');
}, 120_000);
afterAll(() => stage?.close());

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

const setOff = (by: number): string => `{ const now = Date.now; Date.now = () => now() + ${by}; }`;

/** Somebody on a device whose clock is early by so many milliseconds, from before they sign in. */
async function onDevice(name: string, early: number): Promise<Visitor> {
  const visitor = await stage.visitor();
  await visitor.context.addInitScript(setOff(early));
  await visitor.signIn(name);
  return visitor;
}

/** Whoever signs in is signed in for so many seconds. */
const signedInFor = (visitor: Visitor, seconds: number): Promise<unknown> =>
  visitor.page.route('**/token', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), expires_in: seconds } });
  });

describe('the own status', () => {
  let asked = 0;

  /** Somebody with their code before them, which is good for so many milliseconds; whoever asks for it again waits for ever. */
  async function shown(goodFor: number): Promise<Visitor> {
    asked = 0;
    const visitor = await stage.visitor();
    await visitor.page.route('**/v1/me/code*', async (route) => {
      asked += 1;
      if (asked > 1) return;
      const response = await route.fetch();
      const code = (await response.json()) as { readonly asOf: string };
      await route.fulfill({ response, json: { ...code, validUntil: new Date(Date.parse(code.asOf) + goodFor).toISOString() } });
    });
    await visitor.signIn('sun-yue');
    await visitor.page.locator('.status.clear').waitFor();
    return visitor;
  }

  it('is not shown past its end while it is asked for again', async () => {
    const visitor = await shown(4_000);
    await visitor.page.locator('.status').waitFor({ state: 'detached', timeout: 15_000 });
    await visitor.sees('Loading…');
    await visitor.leave();
  }, 120_000);

  it('is not shown from before the device slept', async () => {
    const visitor = await shown(DAY);
    await visitor.page.evaluate(setOff(10 * MINUTE));
    await visitor.page.locator('.status').waitFor({ state: 'detached', timeout: 15_000 });
    // Nobody waits for the minute to be over.
    expect(asked).toBe(2);
    await visitor.leave();
  }, 120_000);
});

describe('the page of who may look, left open', () => {
  it('says that it is over once the time is, and offers to take nothing back', async () => {
    const visitor = await stage.visitor();
    await signedInFor(visitor, 30 * DAY);
    await visitor.signIn('sun-yue');
    await visitor.press(/^Who may look at me/, 'link');
    await visitor.page.getByRole('button', { name: /^Take back: / }).waitFor();
    // What was asked for before then is here.
    await visitor.page.waitForLoadState('networkidle');
    await visitor.page.evaluate(setOff(15 * DAY));
    await visitor.page.locator('.over .card').getByText('Ended').waitFor();
    expect(await visitor.page.getByRole('button', { name: /^Take back: / }).count()).toBe(0);
    await visitor.sees('Nobody may look at you');
    await over(visitor, '陈');
  }, 120_000);
});

describe('a sign-in whose time runs out while the device sleeps', () => {
  it('is over when it wakes, though its timers stood still, and nothing of anybody is shown', async () => {
    const visitor = await onDevice('sun-yue', 0);
    await visitor.press(/^Who may look at me/, 'link');
    await visitor.page.getByRole('button', { name: /^Take back: / }).waitFor();
    await visitor.page.evaluate(setOff(HOUR));
    await visitor.at('Your sign-in has run out');
    expect(await visitor.page.locator('main').textContent()).not.toContain('陈');
    await over(visitor, '陈');
  }, 120_000);

  it('is said to run out soon before it does, and that what was not sent is not kept', async () => {
    const visitor = await stage.visitor();
    await signedInFor(visitor, 300);
    await visitor.signIn('sun-yue');
    await visitor.open('/viewer/ask');
    const label = visitor.page.getByLabel('What do you call this person?');
    await label.fill('Mum');
    const soon = visitor.page.getByRole('status').filter({ hasText: 'Your sign-in runs out in less than 2 minutes. What you have not sent by then is not kept.' });
    expect(await soon.count()).toBe(0);
    await visitor.page.evaluate(setOff(3.5 * MINUTE));
    await soon.waitFor();
    expect(await label.inputValue()).toBe('Mum');
    // Also whoever is at the end of a long form.
    await visitor.page.evaluate('scrollTo(0, document.body.scrollHeight)');
    expect(Number(await visitor.page.evaluate('scrollY'))).toBeGreaterThan(100);
    expect((await soon.boundingBox())?.y).toBe(0);
    await visitor.page.evaluate(setOff(2 * MINUTE));
    await visitor.at('Your sign-in has run out');
    await visitor.sees(/what you had not sent was not kept/);
    expect(await soon.count()).toBe(0);
    await over(visitor, 'Mum');
  }, 120_000);
});

describe('on a device whose clock is two hours late', () => {
  it('who can look is told to be able to', async () => {
    const visitor = await onDevice('sun-yue', -2 * HOUR);
    await visitor.sees('1 person at the moment');
    await visitor.press(/^Who may look at me/, 'link');
    await visitor.page.locator('.card').first().waitFor();
    expect((await visitor.page.locator('.page > p').allTextContents()).join(' ')).toBe('These people can see something about you. What you agreed to you can take back at any time.');
    expect(await visitor.page.getByText('Not yet').count()).toBe(0);
    await over(visitor, '陈');
  }, 120_000);

  it('whoever was agreed to can look', async () => {
    const visitor = await onDevice('chen-wei', -2 * HOUR);
    await visitor.open('/viewer');
    await visitor.press('Look: Mum');
    await visitor.press('Look now');
    await visitor.page.locator('.seen').waitFor();
    await over(visitor, '孙');
  }, 120_000);

  it('an hour that is given is an hour', async () => {
    const { code } = await stage.asks('li-na', 'status');
    const visitor = await onDevice('sun-yue', -2 * HOUR);
    await visitor.open('/citizen/open');
    await visitor.page.getByLabel('Type the code').fill(code);
    await visitor.press('Open');
    await visitor.press('The same, go on');
    await visitor.press('I agree');
    await visitor.at('You agreed');
    await over(visitor, code);
  }, 120_000);
});

describe('on a device whose clock is early', () => {
  it('a sampling code is good for as long as it is', async () => {
    const visitor = await onDevice('sun-yue', 12 * MINUTE);
    await visitor.open('/citizen/sampling');
    await visitor.press('Show my sampling code');
    await visitor.sees(/^\d{1,2}:\d\d left$/);
    await over(visitor);
  }, 120_000);

  it('a code that was just made can be handed over', async () => {
    const visitor = await onDevice('chen-wei', 35 * MINUTE);
    await visitor.open('/viewer/ask');
    await visitor.page.getByLabel('What do you call this person?').fill('Mum');
    await visitor.press('Get a code');
    await visitor.sees(/^\d\d:\d\d left$/);
    await over(visitor, 'Mum');
  }, 120_000);

  it('a claim that was just opened stays with the registrar', async () => {
    const visitor = await onDevice('registrar-he', 35 * MINUTE);
    await visitor.open('/registrar/claims');
    await visitor.press('Open the next one');
    await visitor.sees('What is claimed');
    // Longer than the clock of the page takes for a step.
    await visitor.page.waitForTimeout(1_500);
    expect(await visitor.page.getByText('The 30 minutes are over').count()).toBe(0);
    await over(visitor, '赵');
  }, 120_000);
});
