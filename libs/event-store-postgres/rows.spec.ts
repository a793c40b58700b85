import { expect, it } from '@jest/globals';
import { EventId } from '../kernel/index.js';
import { LOG } from './log.fixture.js';
import { type EventRow, toEvent } from './rows.js';

const row = (position: bigint, place: string, type: string, [data, metadata]: readonly [Buffer, Buffer]): EventRow => ({ position, place, id: EventId(`0000000${position}-89ab-4cde-8f01-23456789abcd`), type, data, metadata });

it('A row of the log is the event that was appended: its stream and revision are read off its place, its type off a number', () => {
  const rows = [
    row(1n, '050123456789abcdef0123456789abcdef00', '3', [Buffer.from('{"a":1}'), Buffer.from('{}')]),
    row(2n, '050123456789abcdef0123456789abcdef01', '4', [Buffer.of(), Buffer.from('𝒳信')]),
    row(3n, '050123456789abcdef0123456789abcdef02', 'SomethingElse', [Buffer.from('{"q":"\\\\x41"}'), Buffer.of()]),
    row(4n, '0006746573742d3100', '17', [Buffer.of(0, 0x5c, 0xff, 0x30), Buffer.of(0x80)]),
  ];
  expect(rows.map(toEvent)).toEqual(LOG);
});
