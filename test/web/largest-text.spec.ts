import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.result('sun-yue');
}, 120_000);
afterAll(() => stage?.close());

describe('in the largest text, on the narrowest screen', () => {
  it.each(['150%', '200%'])('the clock that shows that a code is no picture is on one line: %s', async (size) => {
    const visitor = await stage.visitor({ width: 320 });
    await visitor.signIn('sun-yue');
    await visitor.page.evaluate(`document.documentElement.style.fontSize = '${size}'`);
    const clock = visitor.page.locator('.clock time');
    await clock.waitFor();
    const { lines, over: beyond } = (await visitor.page.evaluate(`(() => {
      const at = document.querySelector('.clock time');
      const range = document.createRange();
      range.selectNodeContents(at);
      return { lines: new Set([...range.getClientRects()].map(({ top }) => top)).size, over: at.getBoundingClientRect().right - at.closest('.status').getBoundingClientRect().right };
    })()`)) as { readonly lines: number; readonly over: number };
    expect(lines).toBe(1);
    expect(beyond).toBeLessThan(0);
    await over(visitor, '孙');
  }, 120_000);

  it('what leads back is called what it does, and is no switch that is on', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('sun-yue');
    await visitor.press('Larger text');
    const back = visitor.page.getByRole('button', { name: 'Normal text' });
    expect(await back.getAttribute('aria-pressed')).toBeNull();
    await back.click();
    expect(await visitor.page.getByRole('button', { name: 'Larger text' }).getAttribute('aria-pressed')).toBeNull();
    await over(visitor, '孙');
  }, 120_000);
});
