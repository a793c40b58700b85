import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../kit/eventually.js';
import { claims } from './kit/claims.js';
import { paperOf } from './kit/office.js';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import type { Visitor } from './kit/visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.enrolled('zhao-qiang');
}, 120_000);
afterAll(() => stage?.close());

const NONE = 'You have not applied for anything';

/** Somebody who just sent a claim, and for whom no list has it until it is let in. */
async function sent(): Promise<{ readonly visitor: Visitor; readonly claim: string; readonly asked: () => number; readonly letIn: () => void }> {
  let [isIn, asked] = [false, 0];
  const visitor = await stage.visitor();
  const { page } = visitor;
  await page.route('**/v1/me/guardianships*', async (route) => {
    const response = await route.fetch();
    asked += 1;
    await route.fulfill(isIn ? { response } : { response, json: { claims: [], guardianships: [] } });
  });
  await visitor.signIn('zhao-qiang');
  await visitor.open('/viewer/claim');
  const answer = page.waitForResponse((one) => one.url().endsWith('/v1/guardianships'));
  const { name, birthDate, document } = paperOf(stage, 'zhao-lei');
  await claims(visitor, { number: document.number, given: name.given, birthDate, called: 'My boy' });
  const { claim } = (await (await answer).json()) as { readonly claim: string };
  return { visitor, claim, asked: () => asked, letIn: () => void (isIn = true) };
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
    const { visitor, claim, asked, letIn } = await sent();
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
    letIn();
    await eventually(async () => {
      await clock.runFor(30_000);
      return visitor.page.locator('.card').getByText('My boy').count();
    }, (found) => found > 0);
    expect(await visitor.page.getByText('You need not apply again.').count()).toBe(0);
    await over(visitor, claim);
  }, 120_000);
});
