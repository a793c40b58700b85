import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALLOWANCE, RATIO, unpacked } from './packed.js';

async function unpack(bytes: Uint8Array, size = 1_000): Promise<{ readonly length: number; readonly text: string }> {
  async function* body() {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
  let length = 0;
  let text = '';
  for await (const chunk of unpacked(body())) {
    length += chunk.length;
    if (text.length < 1_000) text += Buffer.from(chunk).toString();
  }
  return { length, text };
}

const packed = gzipSync('one\ntwo\n');

describe('A packed body', () => {
  it('comes out as it went in, however it was cut', async () => {
    const property = fc.asyncProperty(fc.string({ maxLength: 2_000 }), fc.integer({ min: 1, max: 100 }), async (text, size) => {
      expect((await unpack(gzipSync(text), size)).length).toBe(Buffer.byteLength(text));
    });
    await fc.assert(property, { numRuns: 30 });
    expect((await unpack(packed)).text).toBe('one\ntwo\n');
  });

  it.each([
    ['cut short', packed.subarray(0, -3)],
    ['nothing', new Uint8Array()],
    ['not packed', Buffer.from('one\ntwo\n')],
    ['followed by something', Buffer.concat([packed, Buffer.from('x')])],
    ['followed by zeros', Buffer.concat([packed, Buffer.alloc(9)])],
    ['followed by another', Buffer.concat([packed, packed])],
    ['of another checksum', Buffer.from(packed.map((byte, index) => (index === packed.length - 6 ? byte ^ 1 : byte)))],
  ])('is refused where it is %s', async (_what, bytes) => {
    for (const size of [1, 1_000]) await expect(unpack(bytes, size)).rejects.toMatchObject({ code: 'unpackable' });
  });

  it('may be small and unpack to the allowance', async () => expect((await unpack(gzipSync(Buffer.alloc(ALLOWANCE)))).length).toBe(ALLOWANCE));

  it('is refused where it unpacks to much more than came, before all of it is there', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * ALLOWANCE));
    let length = 0;
    const all = (async () => {
      for await (const chunk of unpacked((async function* () { yield bomb; })())) length += chunk.length;
    })();
    await expect(all).rejects.toMatchObject({ code: 'packed-too-tightly' });
    expect(length).toBeLessThanOrEqual(Math.max(ALLOWANCE, RATIO * bomb.length));
  });

  it('passes where it is packed as tightly as feeds are', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `{"ci":"TUBE-${index}","tg":"840539006","tt":"LP6464-4","tr":"260415000","sc":"2026-11-22T23:30:00Z"}\n`).join('');
    expect((await unpack(gzipSync(rows))).length).toBe(rows.length);
  });
});
