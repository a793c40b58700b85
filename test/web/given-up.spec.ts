import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import { refused } from './kit/states.js';
import type { Visitor } from './kit/visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

/** Somebody with the list of whom they care for before them. */
async function viewer(name: string): Promise<Visitor> {
  const visitor = await stage.visitor();
  await visitor.signIn(name);
  await visitor.press('People I care for', 'link');
  return visitor;
}

describe('what somebody may look at', () => {
  it('is given up after one question, and then is refused: here, and to whoever asks the server', async () => {
    const consent = await stage.granted('sun-yue', 'aygul');
    const visitor = await viewer('aygul');
    expect(await stage.looks('aygul', consent)).toBe(200);
    await visitor.press('Stop looking: Mum');
    await visitor.sees(/^From the moment you confirm, you can no longer look under this agreement\./);
    await visitor.press('Cancel');
    expect(await stage.looks('aygul', consent)).toBe(200);
    await visitor.press('Stop looking: Mum');
    await visitor.press('Yes, stop');
    await visitor.sees('You gave this up');
    expect(await visitor.page.getByRole('button', { name: 'Look: Mum' }).count()).toBe(0);
    expect(await stage.looks('aygul', consent)).toBe(404);
    await stage.caughtUp();
    expect((await (await stage.instance.as('sun-yue')).get('/v1/me/bases')).body['onMe']).toEqual(expect.arrayContaining([expect.objectContaining({ basis: consent, state: 'ended' })]));
    // Another room, and back: it is as given up as before, and nobody is read what was said there.
    const live = visitor.page.locator('[data-live-announcer]');
    await live.getByText('Done.').waitFor();
    expect(await live.textContent()).toBe('Done. You can no longer look under this agreement: Mum.');
    await visitor.open('/citizen');
    await visitor.at('My health code');
    expect(await live.textContent()).toBe('');
    await visitor.open('/viewer');
    await visitor.sees('You gave this up');
    expect(await visitor.page.getByRole('button', { name: 'Look: Mum' }).count()).toBe(0);
    expect(await live.textContent()).toBe('');
    // The list that the server has changes for no other reason than time, and the page says so.
    await visitor.sees('A card stays here until its time is over, also where you gave it up or they took it back: then a look is refused, and nobody is told why. If you still need to look, talk to them and ask again.');
    await visitor.page.reload();
    await visitor.press('Look: Mum');
    await visitor.pick('Health code and test results');
    await visitor.press('Look now');
    await visitor.sees('You cannot look now');
    await over(visitor, 'Mum');
  }, 120_000);
});

describe('what somebody gives up', () => {
  it('is heard of, also where the list cannot be read while it is on its way', async () => {
    await stage.granted('sun-yue', 'nguyen-an');
    const visitor = await viewer('nguyen-an');
    let fail = (): void => undefined;
    await visitor.page.route('**/relinquishment', async (route) => {
      await new Promise<void>((resolve) => (fail = resolve));
      await refused(503, 'unavailable')(route);
    });
    await visitor.press('Stop looking: Mum');
    await Promise.all([visitor.page.waitForRequest('**/relinquishment'), visitor.press('Yes, stop')]);
    await visitor.page.route('**/v1/me/bases*', refused(500, 'internal'));
    await visitor.page.evaluate('document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))');
    await visitor.sees('The server has a problem');
    fail();
    await visitor.sees('It is not certain whether this was done.');
    await visitor.leave();
  }, 120_000);
});

describe('what was said to who hears the page', () => {
  it('is gone once the session is over', async () => {
    await stage.granted('sun-yue', 'liu-yang');
    const visitor = await viewer('liu-yang');
    await visitor.press('Stop looking: Mum');
    await visitor.press('Yes, stop');
    await visitor.page.locator('[data-live-announcer]').getByText('Mum').waitFor();
    await visitor.page.route('**/v1/me/bases*', refused(401, 'token-invalid'));
    await visitor.page.evaluate('document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))');
    await visitor.sees('Your sign-in has run out');
    expect(await visitor.page.content()).not.toContain('Mum');
    await over(visitor, 'Mum');
  }, 120_000);
});
