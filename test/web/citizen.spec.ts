import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../kit/eventually.js';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import { refused } from './kit/states.js';
import type { Visitor } from './kit/visitor.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.result('sun-yue');
}, 120_000);
afterAll(() => stage?.close());

const home = 'My health code';

describe('a citizen', () => {
  it('enrols by one button, and has a code', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('wang-fang');
    await visitor.at('First, enrol');
    await visitor.press('Enrol now');
    await visitor.at(home);
    await visitor.sees('No recent result');
    await over(visitor, '王', 'wang');
  }, 120_000);

  it('who is not verified is sent to a counter', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('unverified');
    await visitor.press('Enrol now');
    await visitor.sees('Your identity is not verified');
    await over(visitor);
  }, 120_000);

  it('sees the own status with its rule, and the results that it comes from', async () => {
    const visitor = await stage.visitor({ language: 'zh' });
    await visitor.signIn('sun-yue');
    await visitor.at('我的健康码');
    await visitor.sees('因为您在 48 小时内采样的检测没有发现病毒。');
    const status = visitor.page.locator('section.status');
    expect(await status.textContent()).toMatch(/孙某 · 证件尾号 .{2}正常.*开始于.*持续到.*\d{2}:\d{2}:\d{2}/);
    await visitor.press(/^我的检测结果/, 'link');
    await visitor.sees('没有发现病毒');
    await visitor.sees('Haidian clinic');
    await visitor.press('返回', 'link');
    await visitor.at('我的健康码');
    await over(visitor, '孙', 'sun');
  }, 120_000);

  it('opens a code, compares, gives less, sees the look, takes it back: and then nobody looks', async () => {
    const { consent, code, words } = await stage.asks('li-na');
    const visitor = await stage.visitor();
    await visitor.signIn('sun-yue');
    await visitor.press(/^Somebody wants to look/, 'link');
    await visitor.page.getByLabel('Type the code').fill(` ${code.slice(0, 20)} ${code.slice(20)}`);
    await visitor.press('Open');
    await visitor.at('First compare these three words');
    expect(await visitor.page.locator('.three strong').allTextContents()).toEqual(words);
    expect(await stage.looks('li-na', consent, 'status')).toBe(404);
    await visitor.press('The same, go on');
    await visitor.at('李娜 (Na Li) wants to look');
    await visitor.sees(/Employers, schools, shops and other venues may not use this\./);
    await visitor.pick(/^One hour/);
    await visitor.press('I agree');
    await visitor.at('You agreed');
    await visitor.sees(/may see your health code only until/);
    expect(await stage.looks('li-na', consent, 'results')).toBe(403);
    expect(await stage.looks('li-na', consent, 'status')).toBe(200);
    await revoke(visitor);
    expect(await stage.looks('li-na', consent, 'status')).toBe(404);
    await visitor.press('Back', 'link');
    await visitor.press(/^Who looked at me/, 'link');
    await visitor.sees('李娜 (Na Li) saw your health code.');
    await visitor.press('Refused');
    await visitor.sees('李娜 (Na Li) tried to look and saw nothing.');
    await over(visitor, code, '李', 'li-na');
  }, 120_000);

  async function revoke(visitor: Visitor): Promise<void> {
    await visitor.press('Who may look at me', 'link');
    await visitor.press('Take back: 李娜 (Na Li)');
    await visitor.sees(/^From the moment you confirm, 李娜 \(Na Li\) can no longer see your health code under this agreement\./);
    await visitor.press('Yes, take it back now');
    await visitor.sees('Done. 李娜 (Na Li) can no longer look under this agreement.');
    await visitor.page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  it('is told that nobody knows whether it was done where the answer to a command is lost, and may ask again', async () => {
    const consent = await stage.granted('zhao-lei', 'li-na', 'status');
    const visitor = await stage.visitor();
    await visitor.signIn('zhao-lei');
    await visitor.press('Who may look at me', 'link');
    const keys: (string | null)[] = [];
    await visitor.page.route('**/revocation', async (route) => {
      keys.push(await route.request().headerValue('idempotency-key'));
      const answer = await route.fetch();
      return keys.length === 1 ? refused(503, 'unavailable')(route) : route.fulfill({ response: answer });
    });
    await visitor.press('Take back: 李娜 (Na Li)');
    await visitor.press('Yes, take it back now');
    await visitor.sees('It is not certain whether this was done.');
    expect(await visitor.page.getByText('Nothing was changed').count()).toBe(0);
    expect(await stage.looks('li-na', consent, 'status')).toBe(404);
    await visitor.press('Try again');
    await visitor.sees('Done. 李娜 (Na Li) can no longer look under this agreement.');
    expect(keys).toEqual([expect.stringMatching(/^[\w-]{36}$/), keys[0]]);
    await visitor.page.unrouteAll();
    await visitor.leave();
  }, 120_000);

  it('is shown what is new since they last looked, and what is not', async () => {
    const consent = await stage.granted('ouyang-xue', 'li-na', 'status');
    await stage.looks('li-na', consent, 'status');
    await eventually(views, (count) => count === 1);
    const visitor = await stage.visitor();
    await visitor.signIn('ouyang-xue');
    await visitor.press(/^Who looked at me/, 'link');
    await visitor.sees('saw your health code.');
    expect(await visitor.page.getByText('New', { exact: true }).count()).toBe(0);
    // What the device keeps to know it tells nobody when somebody looked.
    expect(await eventually(() => visitor.page.evaluate("localStorage.getItem('xinma.seen')"), (kept) => kept !== null)).toMatch(/^[\da-f]{1,2}-[\da-f]{1,4}$/);
    await visitor.press('Back', 'link');
    stage.instance.clock.advance(60 * 60_000);
    await stage.looks('li-na', consent, 'status');
    // What is asked for once has to be there by then.
    await eventually(views, (count) => count === 2);
    await visitor.page.reload();
    await visitor.sees('Something new');
    await visitor.press(/^Who looked at me/, 'link');
    await visitor.page.getByText('New', { exact: true }).waitFor();
    expect(await visitor.page.getByText('New', { exact: true }).count()).toBe(1);
    // A network that is gone for a while takes the list away, and not what was new in it.
    await visitor.page.route('**/v1/me/disclosures*', refused(500, 'internal'));
    await visitor.page.evaluate('document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))');
    await visitor.sees('The server has a problem');
    await visitor.page.unrouteAll();
    await visitor.press('Try again');
    await visitor.page.getByText('New', { exact: true }).waitFor();
    expect(await visitor.page.getByText('New', { exact: true }).count()).toBe(1);
    visitor.faults.splice(0, visitor.faults.length, ...visitor.faults.filter((fault) => !fault.startsWith('Failed to load resource')));
    expect(await visitor.page.locator('.line p', { has: visitor.page.locator('.fresh') }).textContent()).toMatch(/^\d\d:\d\d New$/);
    await over(visitor, '李', '欧阳');
  }, 120_000);

  async function views(): Promise<number> {
    const { body } = await (await stage.instance.as('ouyang-xue')).get('/v1/me/disclosures');
    return (body['entries'] as readonly { readonly kind: string }[]).filter(({ kind }) => kind === 'view').length;
  }

  it('whose words are others ends the request at once', async () => {
    const { consent, code } = await stage.asks('chen-wei', 'status');
    const visitor = await stage.visitor();
    await visitor.signIn('sun-yue');
    await visitor.open('/citizen/open');
    await visitor.page.getByLabel('Type the code').fill(code);
    await visitor.press('Open');
    await visitor.press('Not the same');
    await visitor.at('Stop here');
    expect(await stage.looks('chen-wei', consent, 'status')).toBe(404);
    await over(visitor, code);
  }, 120_000);

  it('is not left waiting: what takes too long is said to', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('sun-yue');
    await visitor.at(home);
    await visitor.page.clock.install();
    await visitor.page.route('**/v1/me/results', () => undefined);
    // No clock is late for what was not asked yet.
    await Promise.all([visitor.page.waitForRequest('**/v1/me/results'), visitor.press(/^My results/, 'link')]);
    await visitor.page.clock.runFor(5_000);
    await visitor.sees('This is slower than usual.');
    await visitor.page.clock.runFor(20_000);
    await visitor.sees('No connection');
    await visitor.page.unrouteAll({ behavior: 'ignoreErrors' });
    await visitor.press('Try again');
    await visitor.page.clock.resume();
    await visitor.sees('No virus found');
    await over(visitor);
  }, 120_000);

  it('whose page cannot be fetched is told, goes elsewhere, and gets it once there is a network', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('sun-yue');
    await visitor.at(home);
    await visitor.page.route('**/web/may-look-*.js', (route) => route.abort());
    await visitor.press(/^Who may look at me/, 'link');
    await visitor.sees('No connection');
    await visitor.open('/citizen');
    await visitor.at(home);
    await visitor.press(/^Who may look at me/, 'link');
    await visitor.sees('No connection');
    await visitor.page.unrouteAll({ behavior: 'wait' });
    await visitor.press('Try again');
    await visitor.at('Who may look at me');
    expect(visitor.faults.filter((fault) => !/Failed to (?:load resource|fetch dynamically)|boundary/.test(fault))).toEqual([]);
    await visitor.leave();
  }, 120_000);

  it('shows a sampling code, and it registers a sample', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('sun-yue');
    await visitor.press(/^My sampling code/, 'link');
    const keys = new Set<string | undefined>();
    visitor.page.on('request', (asked) => void (asked.url().endsWith('/sampling-codes') && keys.add(asked.headers()['idempotency-key'])));
    // As fast as a finger, or a mouse that bounces; a page whose part of the script is on its way has no button yet.
    await visitor.page.locator('.page button.main.wide').waitFor();
    await visitor.page.evaluate("for (let twice = 0; twice < 2; twice += 1) document.querySelector('.page button.main.wide').click()");
    const code = ((await visitor.page.locator('.spelled').textContent()) ?? '').replaceAll(' ', '');
    await visitor.page.emulateMedia({ media: 'print' });
    expect(await visitor.page.locator('.sampling').innerText()).toMatch(/^Good until \d\d:\d\d$/m);
    const nurse = await stage.instance.as('nurse-zhou');
    expect(await nurse.post('/v1/samples', { code, barcode: 'BY-SCREEN' })).toMatchObject({ status: 201, body: { surname: '孙' } });
    expect(keys.size).toBe(1);
    await over(visitor, code);
  }, 120_000);
});
