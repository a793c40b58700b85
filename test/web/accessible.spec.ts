import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Seat } from './kit/seat.js';
import { Stage } from './kit/stage.js';
import { arrive, prepare, STATES } from './kit/states.js';
import type { Visitor } from './kit/visitor.js';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await prepare(stage);
}, 60_000);
afterAll(() => stage?.close());

interface Look {
  readonly dark: boolean;
  readonly width: number;
}

/** Every pair of language, colours and width is seen with each of the others. */
const LOOKS = { zh: [{ dark: false, width: 320 }, { dark: true, width: 1280 }], en: [{ dark: false, width: 1280 }, { dark: true, width: 320 }] } as const satisfies Readonly<Record<string, readonly Look[]>>;

/** What axe finds wrong, by its rule and where; and whether anything is wider than the screen. */
async function judge({ page }: Visitor, { dark, width }: Look): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 844 });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = (await page.evaluate(`axe.run(document, ${JSON.stringify({ runOnly: tags, resultTypes: ['violations'], preload: false, iframes: false })}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.join(' '))))`)) as readonly string[];
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return wide === true ? [...found, 'wider than the screen'] : found;
}

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  let seat: Seat;
  beforeAll(() => {
    seat = new Seat(stage, { language });
  });
  afterAll(() => seat.leave());

  it.each(STATES)('$name has nothing that keeps anybody out', async (state) => {
    const present = await seat.for(state);
    await arrive(present, state, stage);
    for (const look of LOOKS[language]) expect({ look, found: await judge(present, look) }).toEqual({ look, found: [] });
  }, 60_000);
});
