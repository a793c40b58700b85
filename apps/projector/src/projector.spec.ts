import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { MemoryEventStore } from '../../../libs/event-store-memory/index.js';
import { Projector } from './projector.js';

it('tries again soon where its database is gone, and less often where that lasts', async () => {
  const ending = new AbortController();
  let tries = 0;
  const nowhere = { host: '/nowhere', port: 1, user: 'nobody', database: 'none' };
  const projector = new Projector({ store: new MemoryEventStore(), connection: nowhere, retryAfter: 2, notify: ({ kind }) => (tries += kind === 'interrupted' ? 1 : 0) });
  projector.start(ending.signal);
  await sleep(1_500);
  ending.abort();
  await projector.stopped;
  // Ten at once, then 4, 8, 16 ... 1,024 milliseconds between them.
  expect(tries).toBeGreaterThan(10);
  expect(tries).toBeLessThan(25);
});
