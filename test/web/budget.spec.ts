import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Stage } from './kit/stage.js';

/** Bytes of compressed JavaScript until the citizen's room is there. */
const BUDGET = 150_000;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.enrolled('wang-fang');
}, 60_000);
afterAll(() => stage?.close());

describe('the first load of the citizen’s room', () => {
  it('brings no more script than a cheap phone can take, none of it twice, and none of other rooms', async () => {
    const visitor = await stage.visitor();
    await visitor.signIn('wang-fang');
    await visitor.at('My health code');
    // Without the worker, as somebody who comes for the first time.
    const asked: string[] = [];
    visitor.page.on('response', (answer) => {
      const { pathname } = new URL(answer.url());
      if (pathname.startsWith('/web/') && pathname.endsWith('.js')) asked.push(pathname.slice('/web/'.length));
    });
    await visitor.page.reload();
    await visitor.at('My health code');
    const loaded = new Set(asked);
    expect(loaded.size).toBeGreaterThan(1);
    expect([...loaded].reduce((sum, name) => sum + statSync(`dist/web/${name}.br`).size, 0)).toBeLessThanOrEqual(BUDGET);
    for (const name of loaded) expect(readFileSync(`dist/web/${name}`, 'utf8')).not.toContain('sourceMappingURL');
    expect([...loaded].filter((name) => name.startsWith('scanner'))).toEqual([]);
    await visitor.leave();
  }, 60_000);

  it('is there without a network once it was, and says that there is none', async () => {
    const visitor = await stage.visitor({ context: { serviceWorkers: 'allow' } });
    await visitor.signIn('wang-fang');
    await visitor.at('My health code');
    await visitor.page.evaluate('navigator.serviceWorker.ready');
    await visitor.page.reload();
    await visitor.at('My health code');
    const kept = await visitor.left();
    expect(kept).not.toMatch(/\/v1\/|code=|王/);
    expect(visitor.faults).toEqual([]);
    await visitor.page.evaluate('sessionStorage.clear()');
    await visitor.context.setOffline(true);
    await visitor.page.reload();
    await visitor.at('No connection');
    await visitor.leave();
  }, 60_000);
});
