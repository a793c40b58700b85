import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../../../libs/event-store/index.js';
import { append, fact, facts, freshStream, PAST_DOUBLES, positionsAfter, type Subject } from './facts.js';

/** Reading much of the log. */
export function readThroughContract(store: Subject): void {
  const through = async (after: bigint, upTo: bigint): Promise<readonly RecordedEvent[]> => {
    const events: RecordedEvent[] = [];
    for await (const page of store().readThrough(after, upTo)) events.push(...page);
    return events;
  };
  const positions = (events: readonly RecordedEvent[]): readonly bigint[] => events.map(({ position }) => position);

  describe('reading through the log', () => {
    it('gives what pages give, to the byte, and in pages of its own', async () => {
      const before = await store().head();
      const bodies = [new Uint8Array(0), Buffer.from('𠮷野家\0"}'), new Uint8Array(200_000).fill(0xff)];
      for (const body of bodies) await store().append(append(freshStream(), 'no-stream', fact(body), { ...fact(), metadata: body }, ...facts(500)));
      const upTo = await store().head();
      const events = await through(before, upTo);
      const first = await store().readAll(before, 1_000);
      const asPages = [...first, ...(await store().readAll(first.at(-1)?.position ?? 0n, 1_000))];
      expect(events.map(({ data, metadata, ...rest }) => ({ ...rest, data: Buffer.from(data), metadata: Buffer.from(metadata) }))).toEqual(
        asPages.map(({ data, metadata, ...rest }) => ({ ...rest, data: Buffer.from(data), metadata: Buffer.from(metadata) })),
      );
    });

    it('begins after the one and ends with the other place, or where the log ends', async () => {
      const before = await store().head();
      await store().append(append(freshStream(), 'no-stream', ...facts(20)));
      const places = await positionsAfter(store(), before);
      const [sixth = 0n, fourth = 0n, third = 0n] = [places[14], places[16], places[17]];
      const head = await store().head();
      expect(positions(await through(sixth, third))).toEqual(places.slice(15, 18));
      expect(positions(await through(third, head + 500n))).toEqual(places.slice(18));
      expect(positions(await through(third, 2n ** 80n))).toEqual(places.slice(18));
      expect(positions(await through(head, head))).toEqual([]);
      expect(positions(await through(head, fourth))).toEqual([]);
      expect(positions(await through(PAST_DOUBLES, PAST_DOUBLES + 2n))).toEqual([]);
    });

    it('may be left off, and begun twice', async () => {
      const before = await store().head();
      await store().append(append(freshStream(), 'no-stream', ...facts(3_000)));
      const [places, head] = [await positionsAfter(store(), before), await store().head()];
      for await (const events of store().readThrough(before, head)) {
        expect(events[0]?.position).toBe(places[0]);
        break;
      }
      const [one, other] = await Promise.all([through(before, head), through(before, head)]);
      expect(places).toHaveLength(3_000);
      expect(positions(one)).toEqual(places);
      expect(positions(other)).toEqual(positions(one));
    });
  });
}
