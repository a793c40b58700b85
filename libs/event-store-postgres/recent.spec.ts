import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';
import { Recent } from './recent.js';

const BYTES = 10;
const event = (position: number): RecordedEvent => ({
  id: EventId('00000000-0000-4000-8000-000000000000'),
  type: 'Fact',
  stream: 'fact-1',
  data: new Uint8Array(BYTES),
  metadata: new Uint8Array(),
  revision: BigInt(position - 1),
  position: BigInt(position),
});
const MEBIBYTE = 1_048_576;
const events = (first: number, count: number): RecordedEvent[] => Array.from({ length: count }, (_, index) => event(first + index));
const positions = (recent: Recent, after: number, limit = 100): number[] => recent.after(BigInt(after), limit).map(({ position }) => Number(position));

describe('What was written lately', () => {
  it('is given from the position on, never with a hole before it', () => {
    const recent = new Recent();
    recent.add(events(3, 2));
    recent.add(events(5, 2));
    expect(positions(recent, 2)).toEqual([3, 4, 5, 6]);
    expect(positions(recent, 4, 1)).toEqual([5]);
    expect(positions(recent, 6)).toEqual([]);
    expect(positions(recent, 1)).toEqual([]);
  });

  it('is let go where somebody else wrote in between', () => {
    const recent = new Recent();
    recent.add(events(1, 2));
    recent.add(events(4, 1));
    expect(positions(recent, 0)).toEqual([]);
    expect(positions(recent, 3)).toEqual([4]);
  });

  it('is no more than so many bytes, the newest', () => {
    const recent = new Recent(3 * BYTES);
    recent.add(events(1, 2));
    recent.add(events(3, 3));
    expect(positions(recent, 0)).toEqual([]);
    expect(positions(recent, 2)).toEqual([3, 4, 5]);
    recent.add(events(6, 10));
    expect(positions(recent, 12)).toEqual([13, 14, 15]);
  });

  it('is nothing at first', () => {
    expect(positions(new Recent(), 0)).toEqual([]);
  });

  it('is measured one by one: a large event goes, small ones stay', () => {
    const recent = new Recent(20);
    const sized = (position: number, bytes: number): RecordedEvent => ({ ...event(position), data: new Uint8Array(bytes) });
    recent.add([sized(1, 2), sized(2, 15), sized(3, 3), sized(4, 6)]);
    expect(positions(recent, 0)).toEqual([]);
    expect(positions(recent, 1)).toEqual([]);
    expect(positions(recent, 2)).toEqual([3, 4]);
    recent.add([sized(5, 11)]);
    expect(positions(recent, 2)).toEqual([3, 4, 5]);
    const other = new Recent(20);
    other.add([sized(1, 2), sized(2, 2), sized(3, 2), sized(4, 2), sized(5, 15), sized(6, 3)]);
    expect([positions(other, 2), positions(other, 3)]).toEqual([[], [4, 5, 6]]);
  });

  it.each([1, 2, 3, 4, 5])('is as bounded after somebody else wrote in between, whatever was let go before: %d events', (count) => {
    const recent = new Recent(2 * BYTES);
    for (let position = 1; position <= count; position += 1) recent.add(events(position, 1));
    recent.add(events(100, 2));
    recent.add(events(102, 1));
    expect(positions(recent, 99)).toEqual([]);
    expect(positions(recent, 100)).toEqual([101, 102]);
  });

  it('is no more than 2 MiB where nobody says', () => {
    const recent = new Recent();
    const large = (position: number): RecordedEvent => ({ ...event(position), data: new Uint8Array(MEBIBYTE / 4) });
    recent.add([1, 2, 3, 4, 5, 6, 7, 8].map(large));
    expect(positions(recent, 0)).toHaveLength(8);
    recent.add([{ ...event(9), data: new Uint8Array(1) }]);
    expect(positions(recent, 0)).toEqual([]);
    expect(positions(recent, 1)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('counts an event by all its bytes, and what was let go no more', () => {
    const recent = new Recent(2 * BYTES);
    recent.add([{ ...event(1), metadata: new Uint8Array(BYTES) }, ...events(2, 1)]);
    expect(positions(recent, 0)).toEqual([]);
    expect(positions(recent, 1)).toEqual([2]);
    recent.add(events(7, 2));
    expect(positions(recent, 6)).toEqual([7, 8]);
    for (let position = 9; position < 40; position += 1) {
      recent.add(events(position, 1));
      expect(positions(recent, position - 2)).toEqual([position - 1, position]);
      expect(positions(recent, position - 3)).toEqual([]);
    }
    recent.add([]);
    expect(positions(recent, 38)).toEqual([39]);
  });
});
