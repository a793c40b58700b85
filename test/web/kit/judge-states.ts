import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unseen } from './contrast.js';
import { Seat } from './seat.js';
import { Stage } from './stage.js';
import { arrive, type RoomStates } from './states.js';
import type { Visitor } from './visitor.js';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

interface Look {
  readonly dark: boolean;
  readonly width: number;
}

/** How a state is judged: over both languages each is seen in both colours and at both widths, and neighbours the other way round. */
const lookOf = (language: 'zh' | 'en', index: number): Look => {
  const zh = language === 'zh';
  return { dark: zh === (index % 2 === 0), width: zh ? 320 : 1280 };
};

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, by its rule and where. */
async function judge({ page }: Visitor, { dark, width }: Look): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 844 });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const options = JSON.stringify({ runOnly: TAGS, resultTypes: ['violations'], preload: false, iframes: false });
  return (await page.evaluate(`axe.run(document, ${options}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.join(' '))))`)) as readonly string[];
}

/** What is not told without our colours, and what axe finds wrong with those for more contrast. */
async function judgeContrast(visitor: Visitor): Promise<readonly string[]> {
  const more = await unseen(visitor, { contrast: 'more' });
  const options = JSON.stringify({ runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'], preload: false, iframes: false });
  const pale = (await visitor.page.evaluate(`axe.run(document, ${options}).then(({ violations }) => violations.flatMap(({ nodes }) => nodes.map(({ target }) => 'pale ' + target.join(' '))))`)) as readonly string[];
  const forced = await unseen(visitor, { forcedColors: 'active' });
  await visitor.page.emulateMedia({ contrast: null, forcedColors: null });
  return [...more, ...pale, ...forced];
}

/** Where something is wider than the screen: on the narrowest phone, which is a desktop of 1280 by 1024 at 400 % (WCAG 1.4.10), also with the largest text. */
async function cutOff({ page }: Visitor): Promise<readonly string[]> {
  await page.setViewportSize({ width: 320, height: 256 });
  const wide = `[['no', 'plain'], ['yes', 'elder']].filter(([elder]) => { document.documentElement.dataset.elder = elder; return document.documentElement.scrollWidth > innerWidth; }).map(([, name]) => name)`;
  const found = (await page.evaluate(wide)) as readonly string[];
  await page.evaluate("document.documentElement.dataset.elder = 'no'");
  return found;
}

/** The title where it says the whole name of somebody of the cast: it would stand in the browser's history. */
async function namesIn({ page }: Visitor, { instance }: Stage): Promise<readonly string[]> {
  const title = await page.title();
  const names = instance.server.cast.flatMap(({ identity }) => (identity === null ? [] : [identity.name])).flatMap(({ family, given, familyLatin, givenLatin }) => [`${family ?? ''}${given}`, [given, family].filter(Boolean).join(' '), [givenLatin, familyLatin].filter(Boolean).join(' ')]);
  return names.some((name) => name !== '' && title.includes(name)) ? [title] : [];
}

/** Judges each state of a room: nothing in it keeps anybody out. */
export function judgeStates({ prepare, states }: RoomStates): void {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
    await prepare(stage);
  }, 120_000);
  afterAll(() => stage?.close());

  const numbered = states.map((state, index) => ({ ...state, index }));
  describe.each(['zh', 'en'] as const)('in %s', (language) => {
    let seat: Seat;
    beforeAll(() => {
      seat = new Seat(stage, { language });
    });
    afterAll(() => seat.leave());

    it.each(numbered)('$name has nothing that keeps anybody out', async ({ index, ...state }) => {
      const present = await seat.for(state);
      await arrive(present, state, stage);
      const look = lookOf(language, index);
      expect({ look, found: await judge(present, look), contrast: await judgeContrast(present), cutOff: await cutOff(present), titled: await namesIn(present, stage) }).toEqual({ look, found: [], contrast: [], cutOff: [], titled: [] });
    }, 120_000);
  });
}
