import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Line, MAX_LINE_BYTES, readLines } from './lines.js';
import { limited } from './read-rows.js';

async function collect(chunks: readonly Uint8Array[], limit?: number): Promise<readonly string[]> {
  const told = (line: Line): string => (line.kind === 'line' ? Buffer.from(line.bytes).toString() : line.kind);
  async function* body() {
    yield* chunks;
  }
  const lines: string[] = [];
  for await (const some of readLines(limited(body(), limit ?? Infinity))) lines.push(...some.map(told));
  return lines;
}

it('gives the same lines however the body was cut', async () => {
  const line = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('x'.repeat(MAX_LINE_BYTES + 1))).map((text) => text.replaceAll('\n', ' '));
  const property = fc.asyncProperty(fc.array(line, { maxLength: 6 }), fc.integer({ min: 1, max: 20_000 }), async (lines, size) => {
    const bytes = Buffer.from(lines.join('\n'));
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
    const expected = lines.filter((text) => text !== '').map((text) => (Buffer.byteLength(text) > MAX_LINE_BYTES ? 'too-long' : text));
    expect(await collect(chunks)).toEqual(expected);
  });
  await fc.assert(property, { numRuns: 30 });
});

it('ends a body that does not', async () => {
  await expect(collect([Buffer.alloc(60, 'a\n'), Buffer.alloc(60, 'a\n')], 100)).rejects.toMatchObject({ code: 'body-too-large' });
});
