import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Route } from 'playwright-core';
import { eventually } from '../kit/eventually.js';
import { claims } from './kit/claims.js';
import { paperOf } from './kit/office.js';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import { refused } from './kit/states.js';
import type { Visitor } from './kit/visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.enrolled('zhao-qiang');
}, 120_000);
afterAll(() => stage?.close());

const NONE = 'You have not applied for anything';

interface Sent {
  readonly visitor: Visitor;
  readonly claim: string;
  readonly asked: () => number;
  readonly letIn: () => void;
  /** What becomes of asking for the list, from now on. */
  readonly answers: (become: Become) => void;
}

type Become = (route: Route) => Promise<void>;
const behind = refused(503, 'read-models-behind');
const without: Become = async (route) => route.fulfill({ response: await route.fetch(), json: { claims: [], guardianships: [] } });

/** Somebody who just sent a claim, and for whom no list has it until it is let in. */
async function sent(called = 'My boy'): Promise<Sent> {
  let [become, asked] = [without, 0];
  const visitor = await stage.visitor();
  const { page } = visitor;
  await page.route('**/v1/me/guardianships*', async (route) => {
    asked += 1;
    await become(route);
  });
  await visitor.signIn('zhao-qiang');
  await visitor.open('/viewer/claim');
  const answer = page.waitForResponse((one) => one.url().endsWith('/v1/guardianships'));
  const { name, birthDate, document } = paperOf(stage, 'zhao-lei');
  await claims(visitor, { number: document.number, given: name.given, birthDate, called });
  const { claim } = (await (await answer).json()) as { readonly claim: string };
  const answers = (next: Become): void => void (become = next);
  return { visitor, claim, asked: () => asked, letIn: () => answers((route) => route.continue()), answers };
}

describe('a claim that was sent', () => {
  it('is told to be on its way while no list has it, and comes by itself', async () => {
    const { visitor, claim, letIn } = await sent();
    await visitor.press('See what comes of it', 'link');
    await visitor.sees('Being entered');
    expect(await visitor.page.getByText(NONE).count()).toBe(0);
    letIn();
    await visitor.page.locator('.card').getByText('My boy').waitFor();
    expect(await visitor.page.getByText('Being entered').count()).toBe(0);
    await visitor.page.locator('[data-live-announcer]').getByText('What you sent is in the list now.').waitFor();
    await over(visitor, claim, 'My boy');
  }, 120_000);

  it('is never told to be lost: after a while the page says that it takes longer, and asks less often', async () => {
    const { visitor, claim, asked, letIn } = await sent('My niece');
    const { clock } = visitor.page;
    await clock.install();
    await visitor.press('See what comes of it', 'link');
    await visitor.sees('Being entered');
    await clock.runFor(14_000);
    await visitor.sees('You need not apply again.');
    expect(await visitor.page.getByText(NONE).count()).toBe(0);
    const before = asked();
    await clock.runFor(5_000);
    expect(asked()).toBe(before);
    // It counts from when it was sent: whoever comes back is not told that it takes as long as usual.
    await visitor.open('/viewer');
    await visitor.at('People I care for');
    await visitor.open('/viewer/guardian');
    await visitor.sees('Being entered');
    expect(await visitor.page.locator('.card').filter({ hasText: 'Being entered' }).textContent()).toContain('You need not apply again.');
    letIn();
    await eventually(async () => {
      // In small steps: half a minute at once would end a question, which may take twenty seconds, before it is answered.
      await clock.runFor(1_000);
      return visitor.page.locator('.card').getByText('My niece').count();
    }, (found) => found > 0);
    expect(await visitor.page.getByText('You need not apply again.').count()).toBe(0);
    await over(visitor, claim);
  }, 120_000);

  it('stays told to be on its way, and nothing else does, while the list is too late to be read, from the first answer on', async () => {
    const { visitor, claim, asked, letIn, answers } = await sent('The late one');
    answers(behind);
    await watched(visitor);
    await visitor.press('See what comes of it', 'link');
    await visitor.sees('You need not apply again.');
    const before = asked();
    await eventually(async () => asked(), (now) => now > before + 3);
    expect(await seen(visitor)).toEqual([]);
    letIn();
    await visitor.page.locator('.card').getByText('The late one').waitFor();
    expect(await visitor.page.getByText('Being entered').count()).toBe(0);
    expect(await seen(visitor)).toEqual([]);
    await late(visitor, claim);
  }, 120_000);

  it('stays told to be on its way where the list was read, and then is too late; what will not pass is said beside it, once', async () => {
    const { visitor, claim, asked, letIn, answers } = await sent('My girl');
    await visitor.press('See what comes of it', 'link');
    await visitor.sees('Being entered');
    await watched(visitor);
    answers(behind);
    await visitor.sees('You need not apply again.');
    expect(await seen(visitor)).toEqual([]);
    answers(refused(500, 'internal'));
    await visitor.sees('The server has a problem');
    expect(await seen(visitor)).toContain('notice');
    expect(await visitor.page.locator('.card').getByText('Being entered').count()).toBe(1);
    const before = asked();
    await visitor.page.waitForTimeout(4_000);
    expect(asked()).toBe(before);
    letIn();
    await visitor.press('Try again');
    await visitor.page.locator('.card').getByText('My girl').waitFor();
    await late(visitor, claim);
  }, 120_000);
});

/** Notes, from now on, whatever says on the page of the list that something is wrong or on its way, and that no claim is there. */
const watched = (visitor: Visitor): Promise<unknown> =>
  visitor.page.evaluate(`(() => {
    globalThis.seen = [];
    new MutationObserver(() => {
      if (!location.hash.endsWith('/viewer/guardian')) return;
      if (document.querySelector('[role=alert], .notice, .loading') !== null) seen.push('notice');
      if (document.querySelector('h1')?.textContent === 'I am a guardian' && document.querySelector('.card') === null) seen.push('no card');
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  })()`);
const seen = (visitor: Visitor): Promise<unknown> => visitor.page.evaluate('seen');

/** Ends a visit during which the server was late, of which browsers complain. */
async function late(visitor: Visitor, claim: string): Promise<void> {
  const other = visitor.faults.filter((fault) => !fault.startsWith('Failed to load resource'));
  visitor.faults.splice(0, visitor.faults.length, ...other);
  await over(visitor, claim);
}
