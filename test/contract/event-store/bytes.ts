import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { MAX_APPEND_EVENTS, MAX_EVENT_BYTES, type NewEvent, type StreamName } from '../../../libs/event-store/index.js';
import { append, fact, facts, freshStream, type Subject } from './facts.js';

const text = (value: string): Buffer => Buffer.from(value);
const NOTHING = new Uint8Array(0);

const bodies: readonly (readonly [string, Uint8Array])[] = [
  ['keys in an order of their own', text('{"b":1,"a":2,"10":3,"9":4}')],
  ['spaces and a repeated key', text('{ "a" : 1,\n\t"a":1 }')],
  ['numbers that no double holds', text('{"n":12345678901234567890.10,"m":1e400,"z":-0}')],
  ['Unicode beyond the basic plane', text('{"name":"𠮷野家 🧪 e\u0301"}')],
  ['escaped text and a NUL', text('{"s":"\\u0000\\ud83d\\uDE00"}\0')],
  ['nothing', NOTHING],
  ['every byte there is', Uint8Array.from({ length: 256 }, (_, byte) => byte)],
  ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x00, 0xc3, 0x28)],
  ['text that looks like an escape', text('\\x6869 \\\\ {"},{" \\000')],
  ['a view into a larger buffer', new Uint8Array(text('before{}after').buffer, 6, 2)],
];

/** Bytes go in and come out. */
export function bytesContract(store: Subject): void {
  const there = async (event: NewEvent): Promise<readonly (readonly [Buffer, Buffer])[]> => {
    const stream = freshStream();
    await store().append(append(stream, 'no-stream', fact(), event, fact()));
    const read = await store().read({ stream, from: 1n, limit: 1 });
    return read.map(({ data, metadata }) => [Buffer.from(data), Buffer.from(metadata)]);
  };

  describe('bytes come back identical:', () => {
    it.each(bodies)('%s', async (_, body) => {
      expect(await there({ ...fact(body), metadata: body })).toEqual([[Buffer.from(body), Buffer.from(body)]]);
    });

    it('id, type and place too', async () => {
      const stream = freshStream();
      const event = fact();
      await store().append(append(stream, 'no-stream', event));
      expect(await store().read({ stream })).toEqual([{ ...event, data: Buffer.from(event.data), metadata: Buffer.from(event.metadata), stream, revision: 0n, position: expect.any(BigInt) }]);
    });

    it.each(['"', '\\', ',', '{}', 'NULL', "'", '$1'])('in a stream whose name has %s in it, beside a plain one', async (odd) => {
      const [plain, event] = [freshStream(), { ...fact(), type: 'null' }];
      const stream: StreamName = `${odd}${freshStream()}${odd}`;
      await store().appendAll([append(plain, 'no-stream', fact()), append(stream, 'no-stream', event)]);
      expect((await store().read({ stream })).map(({ id, type }) => [id, type])).toEqual([[event.id, 'null']]);
      expect(await store().append(append(stream, 'no-stream', fact()))).toMatchObject({ kind: 'conflict' });
    });

    it('one mebibyte, with its metadata', async () => {
      const event: NewEvent = { ...fact(randomBytes(MAX_EVENT_BYTES - 100)), metadata: randomBytes(100) };
      const [[data, metadata] = []] = await there(event);
      expect(data?.equals(event.data)).toBe(true);
      expect(metadata?.equals(event.metadata)).toBe(true);
    });
  });

  describe('an append is too large', () => {
    const largest = randomBytes(MAX_EVENT_BYTES);
    it.each<readonly [string, () => readonly NewEvent[]]>([
      ['with one byte more in an event', () => [{ ...fact(largest), metadata: Uint8Array.of(1) }]],
      ['with such an event among others', () => [fact(), fact(Buffer.concat([largest, largest])), fact()]],
      ['with more events than the limit', () => facts(MAX_APPEND_EVENTS + 1)],
      ['with more bytes than the limit', () => Array.from({ length: 17 }, () => ({ ...fact(largest), metadata: NOTHING }))],
    ])('%s; nothing is written', async (_, events) => {
      const stream = freshStream();
      expect(await store().append(append(stream, 'no-stream', ...events()))).toEqual({ kind: 'too-large' });
      expect(await store().read({ stream })).toEqual([]);
    });
  });
}
