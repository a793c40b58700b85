import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Door } from './kit/door.js';
import { Stage } from './kit/stage.js';
import type { Visitor } from './kit/visitor.js';

/** Bytes of compressed JavaScript until the citizen's room is there. */
const BUDGET = 150_000;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.enrolled('wang-fang');
}, 120_000);
afterAll(() => stage?.close());

/** Paths of everything in the browser's caches, with what stands behind a `?`. */
const keptPaths = ({ page }: Visitor): Promise<readonly string[]> =>
  page.evaluate(`(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url.slice(location.origin.length))))).flat())()`);

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
  }, 120_000);

  it('is there without a network once it was, and says that there is none', async () => {
    const visitor = await stage.visitor({ context: { serviceWorkers: 'allow' } });
    await visitor.signIn('wang-fang');
    await visitor.at('My health code');
    await visitor.page.evaluate('navigator.serviceWorker.ready');
    await visitor.page.reload();
    await visitor.at('My health code');
    await visitor.press(/^Who looked at me/, 'link');
    await visitor.at('Who looked at me');
    await visitor.open('/citizen');
    await visitor.at('My health code');
    expect(await visitor.left()).not.toMatch(/\/v1\/|code=|王/);
    // The shell and nothing else: its page under the bare address, and files whose names say what is in them.
    expect((await keptPaths(visitor)).filter((path) => !/^\/$|^\/web\/[\w-]+-[\w-]{8}\.(?:js|css|svg)$/.test(path))).toEqual([]);
    expect(await keptPaths(visitor)).toContain('/');
    expect(visitor.faults).toEqual([]);
    await visitor.page.evaluate('sessionStorage.clear()');
    await visitor.context.setOffline(true);
    await visitor.page.reload();
    await visitor.at('No connection');
    await visitor.leave();
  }, 120_000);

  it('opens from what was kept where the server takes the question and never answers', async () => {
    const door = await Door.before(stage.instance.address);
    const visitor = await stage.visitor({ context: { serviceWorkers: 'allow' } });
    await visitor.page.goto(door.address);
    await visitor.at('A health code you can trust');
    await visitor.page.evaluate('navigator.serviceWorker.ready');
    await visitor.page.reload();
    await visitor.at('A health code you can trust');
    door.holds = '/';
    await visitor.page.reload({ waitUntil: 'commit' });
    await visitor.at('A health code you can trust');
    await visitor.leave();
    await door.close();
  }, 120_000);
});
