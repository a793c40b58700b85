import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CODECS } from '../domain/catalogue.js';
import { MAX_REVISION, type StreamName } from '../event-store/index.js';
import { beginOf, endOf, placeOf, readPlace, revisionBytes } from './places.js';
import { KINDS, readType, typeAt, TYPES, writtenType } from './words.js';

const [HEX, UUID] = ['0123456789abcdef0123456789abcdef', '01234567-89ab-cdef-0123-456789abcdef'];

const id = fc.oneof(fc.stringMatching(/^[0-9a-f]{32}$/), fc.uuid(), fc.stringMatching(/^[!-~]{1,40}$/));
const kind = fc.oneof(fc.constantFrom(...KINDS), fc.stringMatching(/^[!-,.-~]{1,40}$/));
const stream = fc.tuple(kind, id).map(([category, rest]): StreamName => `${category}-${rest}`);
const revision = fc.oneof(fc.bigInt(0n, 300n), fc.bigInt(0n, MAX_REVISION), fc.nat(62).map((bits) => 2n ** BigInt(bits) - 1n));
const order = <T extends bigint | string>(one: T, other: T): number => (one < other ? -1 : one > other ? 1 : 0);

describe('A place', () => {
  it.each([
    [`citizen-${HEX}`, 0n, `05${HEX}00`],
    [`citizen-${UUID}`, 239n, `06${HEX}ef`],
    [`audit-${HEX}`, 240n, `15${HEX}f0f0`],
    [`consent-${HEX}`, 0x1_00n, `0b${HEX}f10100`],
    [`consent-${HEX}`, MAX_REVISION, `0b${HEX}f77fffffffffffffff`],
    ['test-1', 7n, '0006746573742d3107'],
    [`citizen-${HEX.toUpperCase()}`, 0n, `0028${Buffer.from(`citizen-${HEX.toUpperCase()}`).toString('hex')}00`],
  ] as const)('of %s at %d is written as it was frozen', (name, at, written) => {
    expect(placeOf({ stream: name, revision: at })).toBe(written);
  });

  it.each(KINDS.map((name, number) => [name, number] as const))('of the kind %s begins with its number, %d', (name, number) => {
    expect(placeOf({ stream: `${name}-${HEX}`, revision: 0n })).toBe(`${(1 + 2 * number).toString(16).padStart(2, '0')}${HEX}00`);
  });

  it('says of which stream it is, and at which revision', () => {
    fc.assert(
      fc.property(stream, revision, (name, at) => {
        const place = { stream: name, revision: at };
        expect(readPlace(placeOf(place))).toEqual(place);
      }),
    );
  });

  it('stands in its stream as its revision does, and never among those of another stream', () => {
    fc.assert(
      fc.property(stream, stream, revision, revision, (name, other, one, two) => {
        const [begin, end, among] = [placeOf(beginOf(name)), placeOf(endOf(name)), placeOf({ stream: other, revision: two })];
        expect(order(placeOf({ stream: name, revision: one }), placeOf({ stream: name, revision: two }))).toBe(order(one, two));
        expect(among >= begin && among <= end).toBe(name === other);
        const own = placeOf({ stream: name, revision: one });
        expect(own >= begin && own <= end).toBe(true);
      }),
    );
  });

  it('before all of a stream is its key, and behind them what no revision begins with', () => {
    expect([placeOf(beginOf('test-1')), placeOf(endOf('test-1'))]).toEqual(['0006746573742d31', '0006746573742d31ff']);
  });

  it.each([0n, 1n, 239n, 240n, 255n, 256n, 65_535n, 65_536n, MAX_REVISION])('says how many bytes its revision has: %d', (at) => {
    const written = placeOf({ stream: 'test-1', revision: at }).slice(placeOf(beginOf('test-1')).length);
    expect(revisionBytes(Buffer.from(`00${written}`, 'hex'), 1)).toBe(written.length / 2);
  });

  it('of a kind that a later version knows is not guessed', () => {
    expect(() => readPlace(`${(1 + 2 * KINDS.length).toString(16)}${HEX}00`)).toThrow('a kind of stream that this version does not know');
  });
});

describe('A word of the log', () => {
  it('keeps its number; others stand as they are', () => {
    expect([writtenType('AccountLinked'), writtenType('AccessReplayed'), writtenType('SomethingElse')]).toEqual(['0', '34', 'SomethingElse']);
    expect(['0', '34', 'SomethingElse'].map(readType)).toEqual(['AccountLinked', 'AccessReplayed', 'SomethingElse']);
    expect(TYPES.map((type) => readType(writtenType(type)))).toEqual(TYPES);
  });

  it('is read from bytes as it is from text', () => {
    for (const written of [...TYPES.map((_, index) => String(index)), '35', '99999999999999999999', 'SomethingElse', '1a', '1/', '/', ':']) {
      expect(typeAt(Buffer.from(`..${written}..`), 2, 2 + written.length)).toBe(readType(written));
    }
  });

  it('is one that the product has', () => {
    expect(Object.keys(CODECS)).toEqual(expect.arrayContaining([...KINDS]));
    expect(Object.values(CODECS).flatMap(({ types }) => types)).toEqual(expect.arrayContaining([...TYPES]));
  });
});
