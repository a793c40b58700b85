import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedEvent, StreamName } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';
import { LOG } from './log.fixture.js';
import { placeOf } from './places.js';
import { eventsOf, type WholeRow } from './whole.js';
import { TYPES, writtenType } from './words.js';

const CITIZEN: StreamName = 'citizen-0123456789abcdef0123456789abcdef';

/** What Postgres 18 gave for this stream of the log. */
const ROW: WholeRow = {
  heads: '00000000000000010000000000000002000000000000000300000007000000000000000d000000020000000700000000050123456789abcdef0123456789abcdef00050123456789abcdef0123456789abcdef01050123456789abcdef0123456789abcdef02',
  ids: '00000001-89ab-4cde-8f01-23456789abcd00000002-89ab-4cde-8f01-23456789abcd00000003-89ab-4cde-8f01-23456789abcd',
  types: '3,4,SomethingElse',
  data: '{"a":1}{"q":"\\\\x41"}',
  metadata: '{}𝒳信',
};

const int = (value: bigint | number, bytes: number): string => BigInt(value).toString(16).padStart(bytes * 2, '0');

/** Events of a stream as the server puts them into one row. */
const rowOf = (events: readonly RecordedEvent[]): WholeRow => ({
  heads: [
    ...events.map(({ position }) => int(position, 8)),
    ...events.map(({ data }) => int(data.length, 4)),
    ...events.map(({ metadata }) => int(metadata.length, 4)),
    ...events.map((event) => placeOf(event)),
  ].join(''),
  ids: events.map(({ id }) => id).join(''),
  types: events.map(({ type }) => writtenType(type)).join(','),
  data: Buffer.concat(events.map(({ data }) => data)).toString(),
  metadata: Buffer.concat(events.map(({ metadata }) => metadata)).toString(),
});

const said = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => Buffer.from(text));
const happened = fc.record({ id: fc.uuid().map((id) => EventId(id)), type: fc.oneof(fc.constantFrom(...TYPES), fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,20}$/)), data: said, metadata: said });
const names = fc.constantFrom<StreamName>(CITIZEN, 'citizen-01234567-89ab-cdef-0123-456789abcdef', 'test-1', `o-${'x'.repeat(98)}`);

describe('A stream in one row', () => {
  it('is its part of the log', () => {
    expect(eventsOf(ROW, CITIZEN)).toEqual(LOG.slice(0, 3));
  });

  it('is the same whatever its events say, wherever they stand: also where revisions take more bytes and positions are more than a double holds', () => {
    const begins = fc.oneof(fc.bigInt(230n, 260n), fc.bigInt(65_530n, 65_540n), fc.bigInt(0n, 2n ** 62n));
    fc.assert(
      fc.property(names, fc.array(happened, { minLength: 1, maxLength: 20 }), begins, fc.bigInt(1n, 2n ** 62n), (stream, all, from, after) => {
        const events = all.map((event, index): RecordedEvent => ({ ...event, stream, revision: from + BigInt(index), position: after + 7n * BigInt(index) }));
        expect(eventsOf(rowOf(events), stream)).toEqual(events);
      }),
    );
  });

  it.each([
    ['data', { ...ROW, data: null }],
    ['metadata', { ...ROW, metadata: null }],
    ['both', { ...ROW, data: null, metadata: null }],
  ])('says nothing where the server left out %s', (_, row) => {
    expect(eventsOf(row, CITIZEN)).toBeUndefined();
  });

  it.each([
    ['a hole', [0n, 2n]],
    ['an event twice', [0n, 0n]],
    ['another order', [1n, 0n]],
    ['a hole behind the second', [3n, 4n, 6n]],
  ])('says nothing where its revisions do not follow one another: %s', (_, revisions) => {
    const events = revisions.map((revision, index): RecordedEvent => ({ id: EventId('00000001-89ab-4cde-8f01-23456789abcd'), type: 'SomethingElse', data: Buffer.of(), metadata: Buffer.of(), stream: CITIZEN, revision, position: BigInt(index + 1) }));
    expect(eventsOf(rowOf(events), CITIZEN)).toBeUndefined();
  });

  it('says nothing where a type has what they are parted by', () => {
    expect(eventsOf({ ...ROW, types: '3,4,Something,Else' }, CITIZEN)).toBeUndefined();
  });
});
