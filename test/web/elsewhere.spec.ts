import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.result('sun-yue');
}, 120_000);
afterAll(() => stage?.close());

const ZONE = 'All times on these pages are Beijing time.';

describe('times', () => {
  it('are said to be those of Beijing on a device that has others, and not on one that has the same', async () => {
    for (const [timezoneId, said] of [['Europe/Madrid', 1], ['Asia/Shanghai', 0]] as const) {
      const visitor = await stage.visitor({ context: { timezoneId } });
      await visitor.signIn('sun-yue');
      await visitor.page.locator('.status.clear').waitFor();
      expect(await visitor.page.getByRole('contentinfo').getByText(ZONE).count()).toBe(said);
      await over(visitor, '孙');
    }
  }, 120_000);
});

describe('today, as a time that is given', () => {
  it('says when it ends: where somebody is, midnight may be hours away from that', async () => {
    const { code } = await stage.asks('li-na', 'status');
    const visitor = await stage.visitor({ context: { timezoneId: 'Europe/Madrid' } });
    await visitor.signIn('sun-yue');
    await visitor.open('/citizen/open');
    await visitor.page.route('**/v1/consent-codes/openings', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), date: 'Tue, 01 Dec 2026 06:00:00 GMT' } });
    });
    await visitor.page.getByLabel('Type the code').fill(code);
    await visitor.press('Open');
    await visitor.press('The same, go on');
    await visitor.page.getByRole('radio', { name: 'Today, until 2 December 2026 at 00:00' }).waitFor({ state: 'attached' });
    await over(visitor, code, '李');
  }, 120_000);
});

describe('on paper', () => {
  it('letters are dark also where the device has a dark screen: no paper is', async () => {
    const visitor = await stage.visitor({ dark: true });
    await visitor.signIn('sun-yue');
    await visitor.open('/citizen/sampling');
    await visitor.press('Show my sampling code');
    await visitor.page.locator('.spelled').waitFor();
    const ink = (): Promise<unknown> => visitor.page.evaluate("getComputedStyle(document.querySelector('.spelled')).color");
    const onScreen = await ink();
    await visitor.page.emulateMedia({ media: 'print' });
    expect(onScreen).toBe('rgb(238, 234, 225)');
    expect(await ink()).toBe('rgb(27, 36, 48)');
    await over(visitor);
  }, 120_000);
});
