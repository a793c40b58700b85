import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

describe('whoever comes by address alone', () => {
  it.each([['/viewer/ask', 'stranger'], ['/viewer/claim', 'ouyang-xue']])('is told at %s to enrol first, before there is anything to fill in', async (path, who) => {
    const visitor = await stage.visitor();
    await visitor.signIn(who);
    await visitor.open(path);
    await visitor.sees('First, enrol');
    expect(await visitor.page.locator('form').count()).toBe(0);
    await visitor.press('Go and enrol', 'link');
    await visitor.press('Enrol now');
    await visitor.at('My health code');
    await visitor.open(path);
    await visitor.page.locator('form').waitFor();
    await over(visitor, '吴', '欧阳');
  }, 120_000);

  it('is told in the rooms of staff that they are not theirs, before there is anything to fill in', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('chen-wei');
    for (const path of ['/registrar', '/registrar/enrol', '/registrar/appoint', '/clinic', '/clinic/register', '/auditor', '/auditor/access']) {
      await visitor.open(path);
      await visitor.at('This room is for others');
      expect(await visitor.page.locator('form, .doors').count()).toBe(0);
      await visitor.open('/left');
      await visitor.at('There is no such page');
    }
    await visitor.open('/clinic');
    await visitor.press('Go to the start', 'link');
    await visitor.at('First, enrol');
    await over(visitor, '陈');
  }, 120_000);

  it('finds a room open that is theirs, and the next one closed', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('nurse-zhou');
    await visitor.open('/clinic/register');
    await visitor.page.locator('form').waitFor();
    await visitor.open('/registrar/claims');
    await visitor.at('This room is for others');
    await over(visitor);
  }, 120_000);
});
