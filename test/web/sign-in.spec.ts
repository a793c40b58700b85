import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Stage } from './kit/stage.js';
import { refused } from './kit/states.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.enrolled('wang-fang');
}, 120_000);
afterAll(() => stage?.close());

const home = 'My health code';

describe('the duties that the first page goes by', () => {
  it('are those in force, of whoever asks', async () => {
    const [nurse, fang] = [await stage.instance.as('nurse-zhou'), await stage.instance.as('wang-fang')];
    expect((await nurse.get('/v1/me/duties')).body).toEqual({ duties: [{ role: 'clinic', institution: 'haidian-clinic', until: expect.stringMatching(/Z$/) }] });
    expect((await fang.get('/v1/me/duties')).body).toEqual({ duties: [] });
  });
});

describe('signing in', () => {
  it('goes through the issuer and back, leaves nothing behind, and is silent after a reload', async () => {
    const visitor = await stage.visitor();
    const asked: string[] = [];
    visitor.page.on('request', (request) => asked.push(request.url()));
    await visitor.signIn('wang-fang');
    await visitor.at(home);
    // What the issuer sent back reached no server: it stood behind the #, and stands there no more.
    expect(asked.filter((url) => url.startsWith(stage.instance.address) && url.includes('code='))).toEqual([]);
    const left = await visitor.left();
    expect(left).not.toMatch(/eyJ|code=|verifier|wang|王/);
    await visitor.page.reload();
    await visitor.at(home);
    expect(asked.some((url) => url.includes('prompt=none'))).toBe(true);
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  }, 120_000);

  it('ends here and at the issuer by one press, names nobody on the way, and the next person on this device is asked who they are', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('wang-fang');
    await visitor.at(home);
    const asked: string[] = [];
    visitor.page.on('request', (request) => asked.push(request.url()));
    // As after a look at the log.
    await visitor.page.evaluate("localStorage.setItem('xinma.seen', 'f0-f00d')");
    // A form from elsewhere, which can't name who it is, ends nothing without a question.
    const foreign = await visitor.page.request.post(`${stage.instance.server.issuer}/session/end`, { form: { client_id: 'xinma-web', post_logout_redirect_uri: `${stage.instance.address}/` }, maxRedirects: 0 });
    expect([foreign.status(), await foreign.text()]).toEqual([200, expect.stringContaining('You will be signed out')]);
    const out = visitor.page.waitForResponse((answer) => answer.url().includes('/session/end'));
    await visitor.press('Sign out');
    expect((await out).status()).toBe(303);
    await visitor.at('A health code you can trust');
    await visitor.page.reload();
    await visitor.at('A health code you can trust');
    expect(asked.join()).not.toMatch(/eyJ|id_token_hint/);
    expect(JSON.parse(await visitor.left()).slice(0, 2)).toEqual([{ 'xinma.ask-anew': expect.stringMatching(/^[\w-]{36}$/) }, {}]);
    await visitor.press('Sign in');
    await visitor.at('Who are you today?');
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  }, 120_000);

  it('ends in every window, and lets nobody in without a choice afterwards, even where the issuer never heard of it', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('wang-fang');
    await visitor.at(home);
    // The same person in another window of this browser.
    const other = await visitor.context.newPage();
    await other.goto(stage.instance.address);
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other.getByRole('heading', { name: home }).waitFor();
    await visitor.page.route('**/session/end*', (route) => route.abort('aborted'));
    await visitor.page.clock.install();
    await visitor.press('Sign out');
    await visitor.page.getByRole('heading', { name: home }).waitFor({ state: 'detached' });
    await visitor.page.clock.runFor(21_000);
    await visitor.at('A health code you can trust');
    await other.getByRole('heading', { name: 'You are signed out' }).waitFor();
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other.getByRole('heading', { name: 'Who are you today?' }).waitFor();
    await other.locator('button[value="sun-yue"]').click();
    await other.getByRole('heading', { name: 'First, enrol' }).waitFor();
    // Who has chosen stays.
    await other.reload();
    await other.getByRole('heading', { name: 'First, enrol' }).waitFor();
    await visitor.leave();
  }, 120_000);

  it('can be ended at the issuer, too, by whose time has run out', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('wang-fang');
    await visitor.at(home);
    await visitor.page.route('**/v1/me/results', refused(401, 'token-invalid'));
    await visitor.press(/^My results/, 'link');
    await visitor.sees('Your sign-in has run out');
    const out = visitor.page.waitForResponse((answer) => answer.url().includes('/session/end'));
    await visitor.press('Sign out');
    // No question whether they mean it: the issuer was told who it was.
    expect((await out).status()).toBe(303);
    await visitor.at('A health code you can trust');
    await visitor.press('Sign in');
    await visitor.at('Who are you today?');
    await visitor.leave();
  }, 120_000);

  it('that another window ended while it was on its way lets nobody in', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('wang-fang');
    await visitor.at(home);
    const other = await visitor.context.newPage();
    await other.route('**/token', async (route) => {
      const response = await route.fetch();
      await visitor.press('Sign out');
      await visitor.at('A health code you can trust');
      await route.fulfill({ response });
    });
    await other.goto(stage.instance.address);
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other.getByRole('heading', { name: 'A health code you can trust' }).waitFor();
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other.getByRole('heading', { name: 'Who are you today?' }).waitFor();
    await visitor.leave();
  }, 120_000);

  it('is not over at once where a token is good for longer than a timer can be', async () => {
    const visitor = await stage.visitor();
    await visitor.page.route('**/token', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json() as object), expires_in: 2 ** 31 / 1_000 + 1 } });
    });
    await visitor.signIn('wang-fang');
    await visitor.press(/^My results/, 'link');
    await visitor.at('My results');
    await visitor.sees('No results yet');
    await visitor.leave();
  }, 120_000);

  it.each([
    ['this server', '**/v1/sign-in', 'No connection'],
    ['the issuer', '**/token', 'You are not signed in'],
  ])('leaves nobody waiting for ever where %s does not answer', async (_who, address, said) => {
    const visitor = await stage.visitor();
    await visitor.open();
    await visitor.press('Sign in');
    await visitor.at('Who are you today?');
    await visitor.page.clock.install();
    await visitor.page.route(address, () => undefined);
    // No clock is late for what was not asked yet.
    await Promise.all([visitor.page.waitForRequest(address), visitor.page.locator('button[value="wang-fang"]').click()]);
    await visitor.page.clock.runFor(5_000);
    await visitor.sees('This is slower than usual.');
    await visitor.page.clock.runFor(20_000);
    await visitor.sees(said);
    await visitor.leave();
  }, 120_000);

  it('takes no answer that it did not ask for', async () => {
    const visitor = await stage.visitor();
    await visitor.open('state=made-up&code=made-up');
    await visitor.at('A health code you can trust');
    expect(await visitor.left()).not.toContain('made-up');
    await visitor.press('Sign in');
    await visitor.at('Who are you today?');
    const kept = (await visitor.page.context().storageState()).origins;
    expect(JSON.stringify(kept)).not.toContain('eyJ');
    // Another state than the one that was asked with.
    await visitor.open('state=made-up&code=made-up');
    await visitor.sees('You are not signed in');
    await visitor.leave();
  }, 120_000);

  it('asks for more where more is needed, and comes back to the same page', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('wang-fang', 'al1');
    await visitor.at(home);
    await visitor.press(/^Somebody wants to look/, 'link');
    await visitor.press('Confirm that it is me');
    await visitor.at('Confirm that it is you');
    await visitor.press('Confirm (al2)');
    await visitor.at('Somebody wants to look');
    await visitor.page.getByRole('button', { name: 'Scan with the camera' }).waitFor();
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  }, 120_000);

  it('hides what was on the page once the session is over', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('wang-fang');
    await visitor.at(home);
    await visitor.page.route('**/v1/me/results', refused(401, 'token-invalid'));
    await visitor.press(/^My results/, 'link');
    await visitor.sees('Your sign-in has run out');
    expect(await visitor.page.locator('main').textContent()).not.toContain('王');
    await visitor.page.unroute('**/v1/me/results');
    await visitor.press('Sign in');
    await visitor.at('My results');
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  }, 120_000);
});
