import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../../../libs/event-store/index.js';
import { append, fact, facts, freshStream, type Subject } from './facts.js';

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
      const asPages = [...(await store().readAll(before, 1_000)), ...(await store().readAll(before + 1_000n, 1_000))];
      expect(events.map(({ data, metadata, ...rest }) => ({ ...rest, data: Buffer.from(data), metadata: Buffer.from(metadata) }))).toEqual(
        asPages.map(({ data, metadata, ...rest }) => ({ ...rest, data: Buffer.from(data), metadata: Buffer.from(metadata) })),
      );
    });

    it('begins after the one and ends with the other place, or where the log ends', async () => {
      await store().append(append(freshStream(), 'no-stream', ...facts(20)));
      const head = await store().head();
      expect(positions(await through(head - 5n, head - 2n))).toEqual([head - 4n, head - 3n, head - 2n]);
      expect(positions(await through(head - 2n, head + 500n))).toEqual([head - 1n, head]);
      expect(positions(await through(head - 2n, 2n ** 80n))).toEqual([head - 1n, head]);
      expect(positions(await through(head, head))).toEqual([]);
      expect(positions(await through(head, head - 3n))).toEqual([]);
      expect(positions(await through(head + 1n, head + 2n))).toEqual([]);
    });

    it('may be left off, and begun twice', async () => {
      await store().append(append(freshStream(), 'no-stream', ...facts(3_000)));
      const head = await store().head();
      for await (const events of store().readThrough(head - 3_000n, head)) {
        expect(events[0]?.position).toBe(head - 2_999n);
        break;
      }
      const [one, other] = await Promise.all([through(head - 3_000n, head), through(head - 3_000n, head)]);
      expect(positions(one)).toEqual(Array.from({ length: 3_000 }, (_, index) => head - 2_999n + BigInt(index)));
      expect(positions(other)).toEqual(positions(one));
    });
  });
}
