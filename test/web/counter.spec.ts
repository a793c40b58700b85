import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.result('sun-yue');
}, 120_000);
afterAll(() => stage?.close());

describe('a hand scanner that reads a tube twice', () => {
  it('registers it once, and the nurse compares the document: no new tube is asked for', async () => {
    const { body } = await (await stage.instance.preparing('sun-yue')).post('/v1/me/sampling-codes');
    const visitor = await stage.visitor({ width: 1280 });
    await visitor.signIn('nurse-zhou');
    await visitor.open('/clinic/register');
    await visitor.page.getByLabel('Type the sampling code').fill(String(body['code']));
    await visitor.page.keyboard.press('Enter');
    await visitor.at('Barcode of the tube');
    const sent: string[] = [];
    // The first one is on its way still when the second is sent.
    let go = (): void => undefined;
    const both = new Promise<void>((resolve) => (go = resolve));
    await visitor.page.route('**/v1/samples', async (route) => {
      sent.push((await route.request().allHeaders())['idempotency-key'] ?? '');
      if (sent.length === 2) go();
      await both;
      await route.continue();
    });
    await visitor.page.getByLabel('Type the barcode').fill('TUBE-TWICE');
    for (let reading = 0; reading < 2; reading += 1) await visitor.page.keyboard.press('Enter');
    await visitor.at('Compare with the document');
    expect(new Set(sent).size).toBe(1);
    await over(visitor, '孙');
  }, 120_000);
});

describe('a hand scanner that reads a person’s code twice', () => {
  it('has no tube registered under it: the code is not lost, and the nurse is told', async () => {
    const { body } = await (await stage.instance.preparing('sun-yue')).post('/v1/me/sampling-codes');
    const code = String(body['code']);
    const visitor = await stage.visitor({ width: 1280 });
    await visitor.signIn('nurse-zhou');
    await visitor.open('/clinic/register');
    const sent: string[] = [];
    visitor.page.on('request', (request) => sent.push(request.url()));
    await visitor.page.getByLabel('Type the sampling code').fill(code);
    await visitor.page.keyboard.press('Enter');
    await visitor.at('Barcode of the tube');
    await visitor.page.getByLabel('Type the barcode').fill(code);
    await visitor.page.keyboard.press('Enter');
    await visitor.sees('That is the code of the person');
    expect(sent.filter((url) => url.endsWith('/v1/samples'))).toEqual([]);
    await visitor.page.getByLabel('Type the barcode').fill('TUBE-AFTER');
    await visitor.page.keyboard.press('Enter');
    await visitor.at('Compare with the document');
    await over(visitor, '孙', code);
  }, 120_000);
});

describe('a correction', () => {
  it('whose report is before its sample is told at that field, before it is sent', async () => {
    const visitor = await stage.visitor({ width: 1280 });
    await visitor.signIn('nurse-zhou');
    await visitor.open('/clinic/amend');
    await visitor.page.getByLabel('Type the barcode').fill('TUBE-1');
    await visitor.page.keyboard.press('Enter');
    await visitor.press('Correct the result');
    await visitor.pick('No virus found');
    await visitor.page.getByLabel('Sample taken (Beijing time)').fill('2026-11-20T10:00');
    await visitor.page.getByLabel('Reported (Beijing time)').fill('2026-11-20T09:59');
    await visitor.page.getByLabel('Why?').fill('typed wrongly');
    const sent: string[] = [];
    visitor.page.on('request', (request) => sent.push(request.url()));
    await visitor.press('Correct it');
    const field = visitor.page.locator('.field', { has: visitor.page.getByLabel('Reported (Beijing time)') });
    await field.getByText('Not before the sample was taken.').waitFor();
    expect(await field.locator('input').getAttribute('aria-invalid')).toBe('true');
    expect(sent.filter((url) => url.endsWith('/correction'))).toEqual([]);
    await over(visitor, '孙');
  }, 120_000);
});
