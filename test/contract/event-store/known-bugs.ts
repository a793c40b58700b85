import { describe, expect, it } from '@jest/globals';
import type { EventStore, Verdict } from '../../../libs/event-store/index.js';
import type { Opened } from './opened.js';
import { again, append, expectInOrder, fact, facts, freshStream, idsOf, positionIn, positionsAfter, revisionsOf, streamOf } from './facts.js';
import { followUntil } from './following.js';

const kindOf = ({ kind }: Verdict): string => kind;

/** Appends single events to streams of its own until it is told to stop; positions in the order of its acknowledgements. */
async function writeUntil(store: EventStore, stopped: AbortSignal): Promise<readonly bigint[]> {
  const positions: bigint[] = [];
  while (!stopped.aborted) positions.push(positionIn(await store.append(append(freshStream(), 'no-stream', fact()))));
  return positions;
}

/** What other event stores got wrong, by name: each of these was seen in a library that people use. */
export function knownBugs(opened: () => Opened): void {
  const store = (): EventStore => opened().store;

  describe('a bug of other libraries is not here:', () => {
    it('no conflict on a stream that does not exist yet (emmett-postgresql takes the append)', async () => {
      const stream = freshStream();
      expect(await store().append(append(stream, { at: 3n }, fact()))).toEqual({ kind: 'conflict', actual: 'no-stream' });
      expect(await store().read({ stream })).toEqual([]);
      expect(await store().append(append(stream, 'no-stream', fact()))).toMatchObject({ kind: 'appended', revision: 0n });
    });

    it('`to` used as a count, and a count as a place (emmett reads `to` rows): a limit counts from wherever the read begins', async () => {
      const before = await store().head();
      const { stream, events } = await streamOf(store(), 12);
      const [eighth = 0n] = (await positionsAfter(store(), before)).slice(7);
      expect(revisionsOf(await store().read({ stream, from: 5n, limit: 3 }))).toEqual([5n, 6n, 7n]);
      expect(revisionsOf(await store().read({ stream, from: 5n, direction: 'backward', limit: 3 }))).toEqual([5n, 4n, 3n]);
      expect(idsOf(await store().readAll(eighth, 3))).toEqual(idsOf(events.slice(8, 11)));
    });

    it('created-new-stream inverted (emmett said so of every stream but a new one): a verdict tells by its revision who made the stream', async () => {
      const stream = freshStream();
      const [made, continued, late] = await store().appendAll([append(stream, 'no-stream', ...facts(2)), append(stream, { at: 1n }, ...facts(2)), append(stream, 'no-stream', ...facts(2))]);
      expect(made).toMatchObject({ kind: 'appended', revision: 1n, repeated: false });
      expect(continued).toMatchObject({ kind: 'appended', revision: 3n, repeated: false });
      expect(late).toEqual({ kind: 'conflict', actual: { at: 3n } });
    });

    it('position order is not commit order (message-db, Marten, SQLStreamStore): who was acknowledged first stands first, whichever process wrote it', async () => {
      const writers = [store(), opened().beside()];
      const positions: bigint[] = [];
      for (let turn = 0; turn < 20; turn += 1) {
        const writer = writers[turn % 2] ?? store();
        positions.push(positionIn(await writer.append(append(freshStream(), 'no-stream', ...facts(turn % 3 === 0 ? 200 : 1)))));
      }
      expect(positions).toEqual(positions.toSorted((a, b) => Number(a - b)));
    });

    it('a checkpoint skips a late lower position (emmett 0.42, Eventuous): whoever has read up to a position has read everything before it', async () => {
      const before = await store().head();
      const [stop, other] = [new AbortController(), opened().beside()];
      const writing = [writeUntil(store(), stop.signal), writeUntil(other, stop.signal), writeUntil(other, stop.signal)];
      const large = store().append(append(freshStream(), 'no-stream', ...facts(3_000)));
      const seen: bigint[] = [];
      while (seen.length < 3_200) seen.push(...(await other.readAll(seen.at(-1) ?? before, 100)).map(({ position }) => position));
      stop.abort();
      const acknowledged = (await Promise.all(writing)).flat();
      expect(kindOf(await large)).toBe('appended');
      seen.push(...(await positionsAfter(other, seen.at(-1) ?? before)));
      expectInOrder(store(), seen, before);
      expect(seen).toHaveLength(acknowledged.length + 3_000);
      expect(acknowledged.filter((position) => !seen.includes(position))).toEqual([]);
    });

    it('an event is missed whose transaction commits late (xmin and sequence readers): nothing is shown that it could slip behind', async () => {
      const before = await store().head();
      const [late, early] = [fact(), fact()];
      const commit = await opened().commitsLate(append(freshStream(), 'no-stream', late));
      const following = followUntil(store(), before, 2);
      const overtaking = opened().beside().append(append(freshStream(), 'no-stream', early));
      const seen = await store().readAll(before, 10);
      await commit();
      const positions = new Map((await following).map(({ id, position }) => [id, position]));
      expectInOrder(store(), [...positions.values()], before);
      expect(positionIn(await overtaking)).toBe(positions.get(early.id));
      // What was seen while it was open is not behind it now.
      for (const { id, position } of seen) expect(positions.get(id)).toBe(position);
      expect(new Set(positions.keys())).toEqual(new Set([late.id, early.id]));
    });

    it('idempotence is forgotten by another process, or by time (KurrentDB with `any`): it is what stands in the stream', async () => {
      const asked = append(freshStream(), 'no-stream', ...facts(2));
      const first = await store().append(asked);
      await store().appendAll(Array.from({ length: 1_000 }, () => append(freshStream(), 'no-stream', fact())));
      await store().append(append(asked.stream, { at: 1n }, ...facts(50)));
      expect(await opened().beside().append({ ...asked, events: asked.events.map(again) })).toEqual({ ...first, repeated: true });
    });
  });
}
