import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { keepDigests, replayAccess } from '../../libs/application/audit/index.js';
import { NoDigests } from '../../libs/application/ports/index.js';
import type { AnyEvent } from '../../libs/domain/catalogue.js';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { MemoryEventStore } from '../../libs/event-store-memory/index.js';
import { PostgresPageDigests } from '../../libs/read-models/index.js';
import { BlindIndex } from '../../libs/vault/index.js';
import { eventually } from '../kit/eventually.js';
import { appendOf } from '../kit/long-log.js';
import { citizen, consent, consentEvents, enrolled, viewed } from './read-models/facts.js';
import { openPlayed, type Played } from './read-models/played.js';

const POINT = { position: 10_000n };
const family = { by: 2, of: 1 };
const { requested, opened, granted } = consentEvents(7, family);
const some = (count: number): readonly AnyEvent[] => Array.from({ length: count }, (_, n) => (n % 400 === 0 ? viewed(consent(7), family) : enrolled(n + 10)));

describe('Digests of the log', () => {
  let played: Played;
  let digests: PostgresPageDigests;
  beforeAll(async () => {
    played = await openPlayed();
    digests = new PostgresPageDigests(played.pool, new BlindIndex(Buffer.alloc(32, 7)));
    await played.store.appendAll([requested, opened, granted, ...some(2_300)].map(appendOf));
  });
  afterAll(() => played.close());

  const asOwner = (text: string) => withClient(played.database.owner, (client) => client.query(text));
  const pages = async (): Promise<readonly number[]> => (await digests.read(1, 100)).map(({ page }) => page);
  /** What an auditor is told, and how many pages of the log were read for it. */
  const told = async (store: MemoryEventStore, kept = digests) => {
    const watch = jest.spyOn(store, 'readAll');
    const report = await replayAccess({ store, digests: kept }, { subject: citizen(1) }, POINT);
    const pagesRead = watch.mock.calls.map(([after]) => after);
    watch.mockRestore();
    return { report, pagesRead };
  };
  /** Keeps them until they are as they should be. */
  const keep = async (store: MemoryEventStore, right: () => Promise<boolean>): Promise<void> => {
    const ending = new AbortController();
    const kept = keepDigests({ store, digests, every: 5 }, ending.signal);
    await eventually(right, (is) => is);
    ending.abort();
    await kept;
  };
  const tellsAlikeFromTheTail = async (store: MemoryEventStore): Promise<boolean> => {
    const { report, pagesRead } = await told(store);
    expect(report).toEqual(await replayAccess({ store, digests: new NoDigests() }, { subject: citizen(1) }, POINT));
    expect(report.did.length).toBeGreaterThan(5);
    return pagesRead.join() === '2000';
  };

  it('are made of every full page, and told, through functions that the API may call', async () => {
    expect((await told(played.store)).pagesRead).toEqual([0n, 1_000n, 2_000n]);
    await keep(played.store, async () => (await pages()).length === 2);
    expect(await pages()).toEqual([1, 2]);
    expect(await tellsAlikeFromTheTail(played.store)).toBe(true);
  });

  it('are the next ones as soon as the log has grown by a page, whoever appends meanwhile', async () => {
    const growing = played.store.appendAll(some(1_900).map(appendOf));
    await keep(played.store, async () => (await pages()).length === 4);
    await growing;
    expect((await told(played.store)).pagesRead).toEqual([4_000n]);
  });

  it.each([
    ['lost', 'DELETE FROM history.page_digest WHERE page = 2'],
    ['damaged', `UPDATE history.page_digest SET facts = '' WHERE page = 1`],
    ['of another time', 'UPDATE history.page_digest SET latest = 0 WHERE page = 1'],
    ['of another page', 'UPDATE history.page_digest SET (facts, hash) = (SELECT facts, hash FROM history.page_digest WHERE page = 2) WHERE page = 1'],
    ['made by somebody without the key', `UPDATE history.page_digest SET facts = '', hash = sha256('') WHERE page = 1`],
    ['made another way', 'UPDATE history.page_digest SET version = version + 1'],
    ['misplaced', 'UPDATE history.page_digest SET page = page + 10 WHERE page = 3'],
  ])('that are %s are not used, and made anew', async (_how, harm) => {
    await asOwner(harm);
    const { report, pagesRead } = await told(played.store);
    expect(report).toEqual(await replayAccess({ store: played.store, digests: new NoDigests() }, { subject: citizen(1) }, POINT));
    expect(pagesRead.length).toBeGreaterThan(1);
    await keep(played.store, async () => (await told(played.store)).pagesRead.length === 1);
  });

  it('of another log, as after one was put back from a copy, are not used, and made anew', async () => {
    const other = new MemoryEventStore();
    await other.appendAll([requested, opened, granted, ...some(2_500)].map(appendOf));
    expect((await told(other)).pagesRead).toEqual([0n, 1_000n, 2_000n]);
    await keep(other, () => tellsAlikeFromTheTail(other));
    expect(await pages()).toEqual([1, 2]);
    await keep(played.store, async () => (await pages()).length === 4);
  });

  it('that cannot be asked are as good as none', async () => {
    await asOwner('ALTER TABLE history.page_digest RENAME TO elsewhere');
    expect((await told(played.store)).pagesRead).toHaveLength(5);
    await asOwner('ALTER TABLE history.elsewhere RENAME TO page_digest');
  });

  it.each(['page_digest', 'snapshot'])('keep history.%s from the API', async (table) => {
    await expect(withClient(played.database.api, (client) => client.query(`SELECT 1 FROM history.${table}`))).rejects.toThrow('permission denied');
  });
});
