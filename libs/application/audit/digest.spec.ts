import { expect, it } from '@jest/globals';
import { consent, enrolled, viewed } from '../../../test/contract/read-models/facts.js';
import { appendOf } from '../../../test/kit/long-log.js';
import { MemoryDigests } from '../../../test/kit/memory-digests.js';
import type { RecordedEvent } from '../../event-store/index.js';
import { MemoryEventStore } from '../../event-store-memory/index.js';
import type { StoredDigest } from '../ports/index.js';
import { admitDigest, DIGEST_VERSION } from './digest.js';
import { replayAccess } from './replay.js';

/** A store that answers one event less than it was asked for, where it was asked for several. */
class Forgetful extends MemoryEventStore {
  override async readAt(positions: readonly bigint[]): Promise<readonly RecordedEvent[]> {
    return (await super.readAt(positions)).slice(0, Math.max(1, positions.length - 1));
  }
}

/** A store whose log has lost an event. */
class Holed extends MemoryEventStore {
  constructor(private readonly lost: bigint) {
    super();
  }

  override async readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    return (await super.readAll(after, limit)).filter(({ position }) => position !== this.lost);
  }
}

const ofVersion = (version: number): StoredDigest => ({ page: 1, version, latest: 0, last: 'e', facts: Buffer.alloc(0) });

it('A digest that another version made is not used, however whole it is', () => {
  expect(admitDigest(ofVersion(DIGEST_VERSION))).toBeDefined();
  for (const version of [DIGEST_VERSION - 1, DIGEST_VERSION + 1]) expect(admitDigest(ofVersion(version))).toBeUndefined();
});

it('A fact that a digest names and the log does not give is no fact left untold: there is no answer', async () => {
  const store = new Forgetful();
  const page = Array.from({ length: 1_000 }, (_, n) => (n % 400 === 0 ? viewed(consent(7), { by: 2, of: 1 }) : enrolled(n + 10)));
  await store.appendAll(page.map(appendOf));
  const digests = await MemoryDigests.of(store);
  expect(digests.kept.size).toBe(1);
  await expect(replayAccess({ store, digests }, 'everybody', { position: 1_000n })).rejects.toThrow('not available');
});

it.each([1n, 2n, 3n])('A log that has lost its event at %s is not replayed over the hole', async (lost) => {
  const store = new Holed(lost);
  await store.appendAll([1, 2, 3, 4].map((n) => appendOf(enrolled(n))));
  const digests = await MemoryDigests.of(new MemoryEventStore());
  await expect(replayAccess({ store, digests }, 'everybody', { position: 4n })).rejects.toThrow(`the log has no event at position ${lost}`);
});

it.each([
  ['that is cut short', (json: string) => json.slice(0, -3)],
  ['of nobody', (json: string) => json.replace(/"citizen":"[^"]*"/, '"citizen":"nobody"')],
  ['with something beside', (json: string) => `${json.slice(0, -1)},"more":1}`],
])('A page with an event %s has no digest: it is no more readable by one than without', async (_what, spoil) => {
  const store = new MemoryEventStore();
  const page = Array.from({ length: 1_000 }, (_, n) => appendOf(enrolled(n + 10)));
  await store.appendAll(page.map((append, n) => (n === 500 ? { ...append, events: append.events.map((event) => ({ ...event, data: Buffer.from(spoil(Buffer.from(event.data).toString())) })) } : append)));
  await expect(MemoryDigests.of(store)).rejects.toThrow('cannot read CitizenEnrolled');
});
