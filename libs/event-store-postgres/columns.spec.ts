import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asciis, bytes, places, uuids } from './columns.js';
import { LOG } from './log.fixture.js';
import { beginOf, endOf, placeOf } from './places.js';

/** The elements as the server reads them (array_recv): of one dimension, counted from 1, no null among them. Throws for anything else, and for a byte more than they take. */
function read(column: Buffer, type: number): readonly string[] {
  const words = [0, 4, 8, 12, 16].map((at) => (at < column.length ? column.readInt32BE(at) : undefined));
  const [dimensions, , , count = 0] = words;
  const values: string[] = [];
  let at = dimensions === 0 ? 12 : 20;
  for (; values.length < count; at += 4 + column.readInt32BE(at)) values.push(column.toString('hex', at + 4, at + 4 + column.readInt32BE(at)));
  expect([words, at]).toEqual([dimensions === 0 ? [0, 0, type, undefined, undefined] : [1, 0, type, count, 1], column.length]);
  return values;
}

const hex = (value: Uint8Array | string): string => Buffer.from(value).toString('hex');

describe('A column is what the server itself sends of the same array (array_send of Postgres 18):', () => {
  it.each<readonly [string, () => Buffer, string]>([
    ['types', () => asciis(['0', '34', 'SomethingHappened']), '0000000100000000000000190000000300000001000000013000000002333400000011536f6d657468696e6748617070656e6564'],
    ['no types', () => asciis([]), '000000000000000000000019'],
    [
      'ids',
      () => uuids(['01234567-89ab-cdef-0123-456789abcdef', 'ffffffff-ffff-ffff-ffff-ffffffffffff']),
      '000000010000000000000b860000000200000001000000100123456789abcdef0123456789abcdef00000010ffffffffffffffffffffffffffffffff',
    ],
    ['no ids', () => uuids([]), '000000000000000000000b86'],
    ['bytes', () => bytes([Buffer.of(), Buffer.of(0, 0xff, 0x5c, 0), Buffer.from('{}')]), '0000000100000000000000110000000300000001000000000000000400ff5c00000000027b7d'],
    ['no bytes', () => bytes([]), '000000000000000000000011'],
    ['no places', () => places([]), '000000000000000000000011'],
  ])('%s', (_, column, sent) => {
    expect(column().toString('hex')).toBe(sent);
  });
});

describe('A column holds, one after another and whatever they are,', () => {
  it('bytes, also those that are a part of larger ones', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (values) => {
        const parts = values.map((value) => Buffer.concat([Buffer.of(1), value, Buffer.of(2)]).subarray(1, -1));
        expect(read(bytes(parts), 17)).toEqual(values.map(hex));
      }),
    );
  });

  it('ids', () => {
    fc.assert(fc.property(fc.array(fc.uuid()), (values) => expect(read(uuids(values), 2950)).toEqual(values.map((value) => value.replaceAll('-', '')))));
  });

  it('types', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9]{1,100}$/)), (values) => expect(read(asciis(values), 25)).toEqual(values.map(hex))));
  });

  it('places of any length, and what is before and behind them', () => {
    const named = fc.tuple(fc.constantFrom('citizen', 'test'), fc.oneof(fc.uuid(), fc.stringMatching(/^[0-9a-f]{32}$/), fc.stringMatching(/^[!-~]{1,90}$/)));
    const place = fc.tuple(named, fc.bigInt(0n, 2n ** 63n - 1n)).chain(([[kind, id], revision]) => fc.constantFrom({ stream: `${kind}-${id}`, revision } as const, beginOf(`${kind}-${id}`), endOf(`${kind}-${id}`)));
    fc.assert(fc.property(fc.array(place), (values) => expect(read(places(values), 17)).toEqual(values.map(placeOf))));
  });
});

describe('An id', () => {
  it.each(['', '01234567-89ab-cdef-0123-456789abcde', '01234567-89AB-CDEF-0123-456789ABCDEF', '0123456789abcdef0123456789abcdef'])('that is no UUID in lower case is refused before anything is sent: %j', (id) => {
    expect(() => uuids([...LOG.map((event) => event.id), id])).toThrow(new TypeError('an id that is no UUID'));
  });
});
