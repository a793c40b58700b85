import type { CDPSession } from 'playwright-core';
import { around } from '../../kit/around.js';
import { eventually } from '../../kit/eventually.js';
import { Stage } from '../../web/kit/stage.js';
import type { Visitor } from '../../web/kit/visitor.js';
import type { Bench } from '../bench.js';
import { median } from '../pairs.js';

/** How many times as slow the page's processor is made. */
const SLOWER = 4;

/** Notes when what is looked for stands there, was drawn, and the page is free to answer; milliseconds since the page began. */
const NOTE = `addEventListener('DOMContentLoaded', () => {
  const looked = () => document.querySelector('.welcome button.main, .status') !== null;
  const note = () => requestAnimationFrame(() => setTimeout(() => { window.ready = performance.now(); }));
  if (looked()) return note();
  const observer = new MutationObserver(() => { if (looked()) { observer.disconnect(); note(); } });
  observer.observe(document, { subtree: true, childList: true });
})`;

/** How long the citizen's room takes in a browser whose processor is a quarter as fast, with nothing cached. Absolute seconds: the goal is one. */
export const bench: Bench = {
  names: ['web-ready'],
  what: 'the citizen’s room on a processor a quarter as fast, from the page’s beginning until it answers',
  async run(run) {
    await around('setup');
    const stage = await Stage.open();
    try {
      await stage.result('sun-yue');
      const rounds: Awaited<ReturnType<typeof visit>>[] = [];
      for (let round = 0; round <= (run.quick ? 5 : 11); round += 1) rounds.push(await visit(stage));
      // The first visit is the server's first, too.
      const [welcome, room] = (['welcome', 'room'] as const).map((page) => rounds.slice(1).map((one) => one[page]));
      run.say(`seconds until the first page answers: ${written(welcome ?? [])}; until the citizen’s room does: ${written(room ?? [])}`);
      const work = [await worked(stage), await worked(stage), await worked(stage)];
      run.say(`seconds of the page's own processor time for both, ${SLOWER} times: ${written(work)}`);
      return [
        { name: 'web-ready welcome', ratio: median(welcome ?? []), goal: { atMost: 1 } },
        { name: 'web-ready room', ratio: median(room ?? []), goal: { atMost: 1 } },
        { name: 'web-ready work', ratio: median(work), goal: { atMost: 1 }, note: 'both pages, in processor time' },
      ];
    } finally {
      await stage.close();
      await around('teardown');
    }
  },
};

const written = (seconds: readonly number[]): string => seconds.map((one) => one.toFixed(2)).join(' ');

/** One person at a new browser: the first page, the issuer, and back to the room; in seconds. */
async function visit(stage: Stage): Promise<{ readonly welcome: number; readonly room: number }> {
  const { visitor, page } = await come(stage);
  await page.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await visitor.page.addInitScript(NOTE);
  await visitor.open();
  const welcome = await ready(visitor);
  await signIn(visitor);
  const room = await ready(visitor);
  await visitor.leave();
  return { welcome, room };
}

/** The same on the processor as it is: what the page's thread worked until the room was there, as a slow one would take for it. Whatever else the machine does counts for nothing. */
async function worked(stage: Stage): Promise<number> {
  const { visitor, page } = await come(stage);
  await page.send('Performance.enable', { timeDomain: 'threadTicks' });
  await visitor.open();
  await signIn(visitor);
  const { metrics } = await page.send('Performance.getMetrics');
  await visitor.leave();
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * SLOWER;
}

async function come(stage: Stage): Promise<{ readonly visitor: Visitor; readonly page: CDPSession }> {
  const visitor = await stage.visitor();
  const page = await visitor.context.newCDPSession(visitor.page);
  await page.send('Network.setCacheDisabled', { cacheDisabled: true });
  return { visitor, page };
}

async function signIn({ page }: Visitor): Promise<void> {
  await page.locator('button.main').click();
  await page.locator('button[value="sun-yue"]').click();
  await page.locator('.status.clear').waitFor();
}

/** Asked for from outside: the policy lets nothing wait within the page by evaluating text. */
const ready = async ({ page }: Visitor): Promise<number> => Number(await eventually(() => page.evaluate('window.ready'), (noted) => noted !== undefined)) / 1_000;
