import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { replay } from '../../apps/cli/src/replay.js';
import { NoDigests } from '../../libs/application/ports/index.js';
import { EventStore } from '../../libs/event-store/index.js';
import { eventually } from '../kit/eventually.js';
import { history, pseudonym } from './kit/audited.js';
import { act, hasFocus, tabTo } from './kit/keyboard.js';
import { over } from './kit/over.js';
import { Stage } from './kit/stage.js';
import { refused } from './kit/states.js';
import type { Coming, Visitor } from './kit/visitor.js';

let stage: Stage;
let subject = '';
let viewer = '';
beforeAll(async () => {
  stage = await Stage.open();
  subject = await history(stage, 'wang-fang');
  viewer = (await pseudonym(stage, 'li-na')).slice(0, 6);
}, 120_000);
afterAll(() => stage?.close());

const section = (visitor: Visitor, title: string) => visitor.page.locator('section', { has: visitor.page.getByRole('heading', { name: title, exact: true }) });
const could = async (visitor: Visitor): Promise<readonly string[]> => section(visitor, 'Who could look at this instant').locator('strong').allTextContents();
const looks = async (visitor: Visitor, title: string): Promise<number> => section(visitor, title).locator('li').count();

/** What the command on the server comes to at the same point: the hash is its last line. */
async function hashOnServer(at: string): Promise<string> {
  const lines: string[] = [];
  const screen = { say: (line: string) => lines.push(stripVTControlCharacters(line)), progress: () => undefined };
  await replay({ source: { store: stage.instance.server.app.get(EventStore), digests: new NoDigests() }, screen }, { at, subject });
  return lines.at(-1)?.replace('sha256 ', '') ?? '';
}

/** An auditor, who replays the subject's log. */
async function replayed(coming?: Coming) {
  const visitor = await stage.visitor(coming);
  await visitor.signIn('auditor-tang');
  await visitor.open('/auditor/access');
  await visitor.page.getByLabel('Pseudonym of a person').fill(subject);
  await visitor.press('Replay');
  const slider = visitor.page.getByRole('slider', { name: 'Instant' });
  await slider.waitFor();
  return { visitor, slider };
}

describe('an auditor', () => {
  it('moves over the log by the keyboard alone: who could, who did, who was refused, before and after a revocation', async () => {
    const visitor = await stage.visitor({ width: 1280 });
    await visitor.signIn('auditor-tang');
    await visitor.at('Where to?');
    await act(visitor, 'Audit');
    await visitor.at('Audit');
    await visitor.sees(/Each question about a person or a basis is first written where the person can see it; reading the log is not\.$/);
    await act(visitor, 'Who could look, who did');
    await visitor.at('Who could look, who did');
    await tabTo(visitor, 'Pseudonym of a person');
    await visitor.page.keyboard.type(subject);
    await visitor.page.keyboard.press('Enter');
    await visitor.sees('A bar for each basis');
    await tabTo(visitor, 'Instant');
    const told = () => visitor.page.locator('input[type=range]').getAttribute('aria-valuetext');
    const move = async (key: string) => {
      const before = await told();
      await visitor.page.keyboard.press(key);
      return eventually(told, (now) => now !== before);
    };

    expect(await move('Home')).toBe('before anything happened');
    // Of that instant, which is long ago.
    expect(await visitor.page.locator('.bars .cannot').allTextContents()).toEqual(['could not look then', 'could not look then']);
    expect([await could(visitor), await looks(visitor, 'Who had looked by then')]).toEqual([[], 0]);
    expect(await move('ArrowRight')).toMatch(/consent granted$/);
    expect(await could(visitor)).toEqual([viewer]);
    for (const key of ['ArrowRight', 'ArrowRight']) await move(key);
    expect([await could(visitor), await looks(visitor, 'Who had looked by then'), await looks(visitor, 'Who had been refused by then')]).toEqual([[viewer], 2, 0]);
    expect(await move('ArrowRight')).toMatch(/consent taken back$/);
    expect([await could(visitor), await looks(visitor, 'Who had looked by then')]).toEqual([[], 2]);
    await move('End');
    expect([(await could(visitor)).length, await looks(visitor, 'Who had looked by then'), await looks(visitor, 'Who had been refused by then')]).toEqual([1, 3, 2]);
    expect(await visitor.page.locator('.bar .shown').count()).toBe(3);
    expect(await visitor.page.locator('.bar .refused').count()).toBe(2);

    await act(visitor, 'Raw');
    await visitor.sees('Raw event at position');
    expect(JSON.parse((await visitor.page.locator('pre.raw').textContent()) ?? '{}')).toMatchObject({ type: 'ViewDisclosed', data: { scope: 'status' } });
    expect(await visitor.page.locator('pre.raw').textContent()).not.toContain('陈');
    await visitor.page.keyboard.press('Escape');
    await visitor.page.getByRole('dialog').waitFor({ state: 'detached' });
    await hasFocus(visitor, 'Raw');
    // What is switched off while it is asked has the focus again.
    await act(visitor, 'Replay up to this instant');
    await visitor.sees('The replay says the same as the picture');
    await hasFocus(visitor, 'Replay up to this instant');
    await over(visitor, subject, viewer);
  }, 120_000);

  it('steps to both ends by the buttons, and is not left nowhere there', async () => {
    const { visitor, slider } = await replayed({ width: 1280 });
    const most = await slider.getAttribute('max');
    await slider.fill(String(Number(most) - 1));
    await tabTo(visitor, 'One later');
    // As often as somebody presses who hears of no end.
    for (let press = 0; press < 3; press += 1) await visitor.page.keyboard.press('Enter');
    await eventually(() => slider.inputValue(), (at) => at === most);
    await hasFocus(visitor, 'One later');
    expect(await visitor.page.getByRole('button', { name: 'One later' }).isEnabled()).toBe(false);
    await slider.fill('1');
    await tabTo(visitor, 'One earlier');
    for (let press = 0; press < 3; press += 1) await visitor.page.keyboard.press('Enter');
    await eventually(() => slider.inputValue(), (at) => at === '0');
    await hasFocus(visitor, 'One earlier');
    await over(visitor, subject);
  }, 120_000);

  it('has every point replayed by the server, with the fingerprint that the command on the server has', async () => {
    const { visitor, slider } = await replayed();
    const most = Number(await slider.getAttribute('max'));
    for (let at = 0; at <= most; at += 1) {
      await slider.fill(String(at));
      // Not by what the last instant came to, which stays until the button has had its turn.
      await Promise.all([visitor.page.waitForResponse('**/access?*'), visitor.press('Replay up to this instant')]);
      await visitor.page.locator('.fingerprint').nth(1).waitFor();
      await visitor.sees('The replay says the same as the picture');
    }
    for (const [place, told] of (await visitor.page.locator('.fingerprint').allTextContents()).entries()) {
      const at = /--at (\S+)/.exec(told)?.[1] ?? '';
      expect([place, await visitor.page.locator('.fingerprint .id').nth(place).textContent().then((text) => text?.replaceAll(' ', ''))]).toEqual([place, await hashOnServer(at)]);
    }
    // It was said of one instant, and of no other.
    await slider.fill('0');
    await visitor.page.getByText('The replay says the same as the picture').waitFor({ state: 'detached' });
    expect(await visitor.page.locator('.fingerprint').count()).toBe(1);
    await stage.caughtUp();
    const asked = (await (await stage.instance.as('wang-fang')).get('/v1/me/disclosures')).text;
    expect(asked).toContain('access-replayed');
    await over(visitor, subject);
  }, 120_000);

  it('keeps what they typed where it is refused', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('auditor-tang');
    await visitor.open('/auditor/access');
    await visitor.page.route('**/v1/audit/**', refused(409, 'conflict-of-interest'));
    const field = visitor.page.getByLabel('Pseudonym of a person');
    await field.fill(subject);
    await visitor.press('Replay');
    await visitor.sees('You cannot audit this person');
    expect(await field.inputValue()).toBe(subject);
    await over(visitor, subject);
  }, 120_000);

  it('goes to a time, and reads the log as it is stored', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('auditor-tang');
    await visitor.open('/auditor/access');
    await visitor.page.getByLabel('Pseudonym of a person').fill('somebody');
    await visitor.press('Replay');
    await visitor.sees('A pseudonym has 32 characters');
    await visitor.page.getByLabel('Pseudonym of a person').fill('f'.repeat(32));
    await visitor.press('Replay');
    await visitor.sees('Nothing on record');
    await visitor.press('Another one');
    await visitor.page.getByLabel('Pseudonym of a person').fill(subject);
    await visitor.press('Replay');
    await visitor.page.getByLabel('Go to a time').fill('2020-01-01T08:00');
    await visitor.press('Go');
    await visitor.page.locator('.instant').getByText('before anything happened').waitFor();
    // Who hears the page is told where they came to.
    const live = visitor.page.locator('[data-live-announcer]');
    await live.getByText('before anything happened').waitFor();
    await visitor.press('One later');
    await live.getByText(/consent granted$/).waitFor();
    await visitor.press('One earlier');
    await live.getByText('before anything happened').waitFor();

    await visitor.open('/auditor/log');
    await visitor.page.locator('.events li').nth(24).waitFor();
    await visitor.page.locator('.events summary').first().click();
    expect(JSON.parse((await visitor.page.locator('.events pre').first().textContent()) ?? '{}')).toMatchObject({ position: '1' });
    await visitor.press('Later ones');
    await visitor.page.locator('.events summary').first().getByText('26').waitFor();
    await over(visitor, subject, '王');
  }, 120_000);
});
