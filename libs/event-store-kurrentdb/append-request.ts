import { randomUUID } from 'node:crypto';
import type { NewEvent, StreamName } from '../event-store/index.js';
import { ID } from './wire.js';

/** Tags of the first four fields, of which each has a length; and of the second one where it is a number. */
const [ONE, TWO, THREE, FOUR] = [0x0a, 0x12, 0x1a, 0x22];
const TWO_AS_NUMBER = 0x10;

/** A text of 36 characters, in a message of its own. */
const ATTEMPT = Buffer.from([ONE, 38, TWO, 36]);
const UUID_LENGTH = 36;

const TYPE_KEY = Buffer.from('\x0a\x04type');
const CONTENT_TYPE = Buffer.from('\x12\x28\x0a\x0ccontent-type\x12\x18application/octet-stream');

/**
 * What an append begins with: its stream, and the revision that it expects. Written out field by field, as an event is: the generated code spends as much on both as the
 * call does. It is what reads them in the tests.
 */
export function expecting(stream: StreamName, before: bigint | 'no-stream'): Buffer {
  const expected = before === 'no-stream' ? [THREE, 0] : [TWO_AS_NUMBER, ...varint(before)];
  const { length } = stream;
  return Buffer.concat([Buffer.from([ONE, 4 + length + expected.length, ONE, 2 + length, THREE, length]), Buffer.from(stream), Buffer.from(expected)]);
}

/**
 * An event as the server takes it. Its id there is of this attempt alone: the server would answer a second attempt as it answered the first, and nobody could tell who
 * wrote it. Ours stands before the metadata, and what stands in the stream is compared by it.
 */
export function proposed({ id, type, data, metadata }: NewEvent): Buffer {
  const [typed, custom, own] = [TYPE_KEY.length + 2 + type.length, varint(ID + metadata.byteLength), varint(data.byteLength)];
  const whole = ATTEMPT.length + UUID_LENGTH + 2 + typed + CONTENT_TYPE.length + 1 + custom.length + ID + metadata.byteLength + 1 + own.length + data.byteLength;
  const before = varint(whole);
  const message = Buffer.allocUnsafe(1 + before.length + whole);
  let at = 0;
  number(TWO, ...before);
  bytes(ATTEMPT);
  text(randomUUID(), 'latin1');
  number(TWO, typed);
  bytes(TYPE_KEY);
  number(TWO, type.length);
  text(type, 'latin1');
  bytes(CONTENT_TYPE);
  number(THREE, ...custom);
  text(id.replaceAll('-', ''), 'hex');
  bytes(metadata);
  number(FOUR, ...own);
  bytes(data);
  return message;

  function number(...numbers: readonly number[]): void {
    for (const each of numbers) at = message.writeUInt8(each, at);
  }
  function bytes(some: Uint8Array): void {
    message.set(some, at);
    at += some.byteLength;
  }
  function text(some: string, encoding: 'latin1' | 'hex'): void {
    at += message.write(some, at, encoding);
  }
}

/** A number in as few bytes as it takes, seven bits in each. */
function varint(value: number | bigint): readonly number[] {
  if (value < 128) return [Number(value)];
  const bytes: number[] = [];
  let left = BigInt(value);
  for (; left > 127n; left >>= 7n) bytes.push(Number(left & 127n) | 128);
  bytes.push(Number(left));
  return bytes;
}
