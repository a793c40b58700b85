import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, focused, hasFocus, tabTo } from './kit/keyboard.js';
import { Stage } from './kit/stage.js';
import { refused } from './kit/states.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.enrolled('wang-fang');
}, 120_000);
afterAll(() => stage?.close());

describe('with a keyboard alone', () => {
  it('somebody agrees to less, and takes it back', async () => {
    const { consent, code } = await stage.asks('li-na');
    const visitor = await stage.visitor({ width: 1280 });
    await visitor.signIn('wang-fang');
    await visitor.at('My health code');
    await act(visitor, 'Somebody wants to look');
    await visitor.at('Somebody wants to look');
    expect((await focused(visitor)).name).toBe('Somebody wants to look');
    await tabTo(visitor, 'Type the code');
    await visitor.page.keyboard.type(code);
    await visitor.page.keyboard.press('Enter');
    await visitor.at('First compare these three words');
    await act(visitor, 'The same, go on');
    await visitor.at(/wants to look$/);
    await tabTo(visitor, 'Health code only');
    await visitor.page.keyboard.press('ArrowDown');
    await visitor.page.keyboard.press('ArrowUp');
    await act(visitor, 'I agree');
    await visitor.at('You agreed');
    expect(await stage.looks('li-na', consent, 'status')).toBe(200);
    expect(await stage.looks('li-na', consent, 'results')).toBe(403);
    await act(visitor, 'Who may look at me');
    await visitor.at('Who may look at me');
    await act(visitor, 'Take back');
    await visitor.page.getByRole('dialog').waitFor();
    await visitor.page.keyboard.press('Escape');
    await visitor.page.getByRole('dialog').waitFor({ state: 'detached' });
    // The question gives the focus back to what asked it.
    await hasFocus(visitor, 'Take back');
    await visitor.page.keyboard.press('Enter');
    await act(visitor, 'Yes, take it back now');
    await visitor.sees(/^Done\./);
    await visitor.page.getByRole('dialog').waitFor({ state: 'detached' });
    await hasFocus(visitor, 'Who may look at me');
    expect(await stage.looks('li-na', consent, 'status')).toBe(404);
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  }, 120_000);

  it('somebody shows a code, and tries again what failed, and is not left nowhere', async () => {
    const visitor = await stage.visitor({ width: 1280 });
    await visitor.signIn('wang-fang');
    await visitor.at('My health code');
    await act(visitor, 'My sampling code');
    await visitor.at('My sampling code');
    await act(visitor, 'Show my sampling code');
    await visitor.page.locator('.spelled').waitFor();
    await visitor.page.locator('[data-live-announcer]').getByText(/left$/).waitFor();
    await hasFocus(visitor, 'My sampling code');
    await visitor.open('/citizen');
    await visitor.at('My health code');
    await visitor.open('/citizen/sampling');
    await visitor.at('My sampling code');
    await visitor.page.route('**/v1/me/sampling-codes', refused(500, 'internal'), { times: 1 });
    await act(visitor, 'Show my sampling code');
    await act(visitor, 'Try again');
    await visitor.page.locator('.spelled').waitFor();
    await hasFocus(visitor, 'My sampling code');
    await visitor.leave();
  }, 120_000);

  it('somebody passes the header, changes the language and the size', async () => {
    const visitor = await stage.visitor({ width: 1280 });
    await visitor.signIn('wang-fang');
    await visitor.at('My health code');
    await act(visitor, 'Skip to content');
    expect(await visitor.page.evaluate('document.activeElement.tagName')).toBe('MAIN');
    await visitor.page.keyboard.press('Tab');
    expect((await focused(visitor)).name).toMatch(/^Who may look at me/);
    await visitor.page.reload();
    await visitor.at('My health code');
    await act(visitor, 'Larger text');
    expect(await visitor.page.evaluate('getComputedStyle(document.documentElement).fontSize')).toBe('24px');
    await visitor.page.keyboard.press('Shift+Tab');
    await visitor.page.keyboard.press('Enter');
    await visitor.at('我的健康码');
    expect(await visitor.page.evaluate('document.documentElement.lang')).toBe('zh-CN');
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  }, 120_000);
});
