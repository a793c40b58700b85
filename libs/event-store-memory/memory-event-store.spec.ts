import { expect, it } from '@jest/globals';
import { StoreUnavailable } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';
import { MemoryEventStore } from './index.js';

it.each([Uint8Array, Buffer])('What a caller does with its bytes afterwards changes nothing that was appended: %p', async (kind) => {
  const store = new MemoryEventStore();
  const [data, metadata] = [kind.from([1, 2]), kind.from([3])];
  await store.append({ stream: 'fact-1', expected: 'no-stream', events: [{ id: EventId('00000000-0000-4000-8000-000000000000'), type: 'Fact', data, metadata }] });
  data.fill(9);
  metadata.fill(9);
  const [event] = await store.read({ stream: 'fact-1' });
  expect([event?.data, event?.metadata]).toEqual([new Uint8Array([1, 2]), new Uint8Array([3])]);
});

it('Its positions have no gap, which it says', () => {
  expect(new MemoryEventStore().isGapless()).toBe(true);
});

it('A store that is not available says so, by name', () => {
  expect(new StoreUnavailable()).toMatchObject({ name: 'StoreUnavailable', message: 'the event store is not available' });
});
