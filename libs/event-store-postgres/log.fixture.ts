import type { RecordedEvent } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';

export const CITIZEN = 'citizen-0123456789abcdef0123456789abcdef';

const event = (id: string, type: string, data: Uint8Array | string, metadata: Uint8Array | string) => ({ id: EventId(`${id}-89ab-4cde-8f01-23456789abcd`), type, data: Buffer.from(data), metadata: Buffer.from(metadata) });

/** A log of four events: text and bytes that are none, nothing, a type of its own, a name that has a number and one that has not. */
export const LOG: readonly RecordedEvent[] = [
  { ...event('00000001', 'CitizenEnrolled', '{"a":1}', '{}'), stream: CITIZEN, revision: 0n, position: 1n },
  { ...event('00000002', 'ContactChanged', '', '𝒳信'), stream: CITIZEN, revision: 1n, position: 2n },
  { ...event('00000003', 'SomethingElse', '{"q":"\\\\x41"}', ''), stream: CITIZEN, revision: 2n, position: 3n },
  { ...event('00000004', 'ViewDisclosed', Buffer.of(0, 0x5c, 0xff, 0x30), Buffer.of(0x80)), stream: 'test-1', revision: 0n, position: 4n },
];

/** A stream of four events of 100,000 bytes each. */
export const LONG: readonly RecordedEvent[] = LOG.map((event) => ({ ...event, stream: CITIZEN, revision: event.position - 1n, data: Buffer.alloc(100_000, 'x'), metadata: Buffer.from('{}') }));

/** What Postgres 18 sends of it where it is asked to copy it in binary: header, tuples, mark. */
export const COPIED = Buffer.from(
  [
    '5047434f50590aff0d0a000000000000000000',
    '0006000000080000000000000001000000100000000189ab4cde8f0123456789abcd00000012050123456789abcdef0123456789abcdef000000000133000000077b2261223a317d000000027b7d',
    '0006000000080000000000000002000000100000000289ab4cde8f0123456789abcd00000012050123456789abcdef0123456789abcdef0100000001340000000000000007f09d92b3e4bfa1',
    '0006000000080000000000000003000000100000000389ab4cde8f0123456789abcd00000012050123456789abcdef0123456789abcdef020000000d536f6d657468696e67456c73650000000d7b2271223a225c5c783431227d00000000',
    '0006000000080000000000000004000000100000000489ab4cde8f0123456789abcd000000090006746573742d310000000002313700000004005cff300000000180',
    'ffff',
  ].join(''),
  'hex',
);
