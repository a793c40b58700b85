import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedEvent } from '../event-store/index.js';
import { COPIED, LOG } from './log.fixture.js';
import { Tuples } from './tuples.js';

const HEADER = COPIED.subarray(0, 19);
const MARK = Buffer.of(0xff, 0xff);

/** One event as the server copies it. */
function tuple(position: bigint, data: Buffer): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigInt64BE(position);
  const fields = [place, Buffer.alloc(16, 0xab), Buffer.from('\0\x06test-1\x01'), Buffer.from('SomethingHappened'), data, Buffer.of()];
  return Buffer.concat([Buffer.of(0, 6), ...fields.flatMap((field) => [Buffer.of(0, field.length >> 16, (field.length >> 8) & 255, field.length & 255), field])]);
}

/** The same bytes in memory that nothing else shares. */
const alone = (bytes: Buffer): Buffer => Buffer.from(Uint8Array.from(bytes).buffer);

/** The bytes in pieces that end at these places. */
const cutAt = (bytes: Buffer, ends: readonly number[]): readonly Buffer[] => [0, ...ends].map((from, index) => bytes.subarray(from, ends[index] ?? bytes.length));

/** Events in words: to compare them as they are takes long, where it is done often. */
const inWords = (events: readonly RecordedEvent[]): readonly string[] => events.map(({ position, stream, revision, id, type, data, metadata }) => [position, stream, revision, id, type, ...[data, metadata].map((bytes) => Buffer.from(bytes).toString('hex'))].join(' '));

const together = (pieces: readonly Buffer[]) => {
  const tuples = new Tuples();
  return pieces.flatMap((piece) => tuples.add(piece));
};

describe('What the server copies', () => {
  it('is the log, as it was appended', () => {
    expect(together([COPIED])).toEqual(LOG);
  });

  it('is nothing where the log is empty', () => {
    expect(together([Buffer.concat([HEADER, MARK])])).toEqual([]);
  });

  it('is the same wherever it was cut in two', () => {
    for (let at = 0; at <= COPIED.length; at += 1) expect(inWords(together(cutAt(COPIED, [at])))).toEqual(inWords(LOG));
  });

  it('is the same however small its pieces are, also byte by byte', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(COPIED.length), { maxLength: 40 }), (ends) => {
        expect(inWords(together(cutAt(COPIED, ends.toSorted((one, other) => one - other))))).toEqual(inWords(LOG));
      }),
    );
    expect(together(Array.from(COPIED, (byte) => Buffer.of(byte)))).toEqual(LOG);
  });

  it('is an event as soon as its last byte is here, and each once', () => {
    const tuples = new Tuples();
    const one = tuple(1n, Buffer.from('{}'));
    expect(tuples.add(Buffer.concat([HEADER, one.subarray(0, -1)]))).toEqual([]);
    expect(tuples.add(one.subarray(-1)).map(({ position }) => position)).toEqual([1n]);
    expect(tuples.add(Buffer.concat([tuple(2n, Buffer.of()), tuple(3n, Buffer.of())])).map(({ position }) => position)).toEqual([2n, 3n]);
    expect(tuples.add(MARK)).toEqual([]);
  });

  it('may be large, and at positions that no double holds', () => {
    const [position, data] = [2n ** 53n + 1n, Buffer.alloc(1_048_576, '𝒳')];
    const [event] = together([HEADER, tuple(position, data), MARK]);
    expect(event).toMatchObject({ position, stream: 'test-1', revision: 1n, id: 'abababab-abab-abab-abab-abababababab', type: 'SomethingHappened' });
    expect(data.equals(event?.data ?? Buffer.of())).toBe(true);
  });

  it('is not copied again: bytes of events are those that came, also behind a piece that ended with an event', () => {
    const [first, second] = [alone(Buffer.concat([HEADER, tuple(1n, Buffer.from('one'))])), alone(tuple(2n, Buffer.from('two')))];
    const tuples = new Tuples();
    const events = [...tuples.add(first), ...tuples.add(second)];
    expect(events.map(({ data }) => data.buffer === first.buffer)).toEqual([true, false]);
    expect(events.map(({ data }) => data.buffer === second.buffer)).toEqual([false, true]);
  });
});
