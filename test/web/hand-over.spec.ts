import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import type { Visitor } from './kit/visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.enrolled('li-na');
}, 120_000);
afterAll(() => stage?.close());

/** Somebody who has a code to hand over. */
async function asking(permissions: string[]): Promise<Visitor> {
  const visitor = await stage.visitor({ context: { permissions } });
  await visitor.signIn('li-na');
  await visitor.open('/viewer/ask');
  await visitor.page.getByLabel('What do you call this person?').fill('Mum');
  await visitor.press('Get a code');
  await visitor.at('Hand over this code');
  return visitor;
}

const shown = async ({ page }: Visitor): Promise<string> => ((await page.locator('.spelled').textContent()) ?? '').replaceAll(' ', '');

describe('a code that is copied', () => {
  it('is said to be, where everybody sees it', async () => {
    const visitor = await asking(['clipboard-read', 'clipboard-write']);
    await visitor.press('Copy the code');
    const said = visitor.page.locator('main').getByText('Copied. Send it to nobody but them.');
    await said.waitFor();
    expect((await said.boundingBox())?.height).toBeGreaterThan(10);
    expect(await visitor.page.evaluate('navigator.clipboard.readText()')).toBe(await shown(visitor));
    await over(visitor, 'Mum');
  }, 120_000);

  it('is not said to be where the browser does not let it, and what to do then is', async () => {
    const visitor = await asking([]);
    await visitor.page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'))");
    await visitor.press('Copy the code');
    await visitor.page.locator('main').getByText('This browser did not copy it. Mark the code above and copy it by hand.').waitFor();
    expect(await visitor.page.getByText(/^Copied/).count()).toBe(0);
    await over(visitor, 'Mum');
  }, 120_000);
});
