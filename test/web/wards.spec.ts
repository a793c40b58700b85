import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimed, confirmed } from './kit/office.js';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  for (const child of ['chen-xiaoyu', 'chen-xiaoyang']) await confirmed(stage, await claimed(stage, 'li-na', child));
}, 120_000);
afterAll(() => stage?.close());

describe('two people in the care of a guardian who said for neither what they are called', () => {
  it('are told apart by how their numbers for a registrar begin, wherever they are named', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('li-na');
    await visitor.open('/viewer');
    await visitor.page.locator('.card').nth(1).waitFor();
    const called = await visitor.page.locator('.card h2').allTextContents();
    expect(new Set(called).size).toBe(2);
    for (const one of called) expect(await visitor.page.getByRole('button', { name: `Look: ${one}`, exact: true }).count()).toBe(1);
    await visitor.open('/viewer/guardian');
    const wards = visitor.page.locator('.card', { hasText: 'Reference for a registrar' });
    await wards.nth(1).waitFor();
    const numbers = await wards.allTextContents();
    for (const one of called) expect(numbers.filter((number) => number.includes(/g_[0-9a-f]{4}/.exec(one)?.[0] ?? '?'))).toHaveLength(1);
    await over(visitor, ...called);
  }, 120_000);
});

describe('a guardianship of which the dependent is told first', () => {
  it('is said to be confirmed, and not that its guardian can look: not before it begins', async () => {
    await confirmed(stage, await claimed(stage, 'zhao-qiang', 'zhao-lei'));
    const visitor = await stage.visitor();
    await visitor.signIn('zhao-qiang');
    await visitor.open('/viewer/guardian');
    const claim = visitor.page.locator('.card', { has: visitor.page.getByRole('heading', { name: 'Confirmed' }) });
    await claim.waitFor();
    expect(await claim.locator('p').textContent()).toBe('It stands under “People I care for”, and says from when on you can look.');
    await visitor.press('Back', 'link');
    await visitor.sees('Not yet');
    expect(await visitor.page.getByRole('button', { name: /^Look/ }).count()).toBe(0);
    await over(visitor, '赵');
  }, 120_000);
});
