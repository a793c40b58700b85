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

const without = (text: string, end: string): string => (text.endsWith(end) ? text.slice(0, -end.length) : text);

it('gives the same lines however the body was cut, and whatever ends them or stands in front', async () => {
  const line = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('x'.repeat(MAX_LINE_BYTES)), fc.constant('x'.repeat(MAX_LINE_BYTES + 1))).map((text) => text.replaceAll(/[\n\uFEFF]/g, ' '));
  const [end, mark] = [fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\uFEFF')];
  const property = fc.asyncProperty(fc.array(line, { maxLength: 6 }), end, mark, fc.integer({ min: 1, max: 20_000 }), async (lines, end, mark, size) => {
    const bytes = Buffer.from(mark + lines.join(end));
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
    const expected = lines.map((text, index) => (end === '\n' || index === lines.length - 1 ? without(text, '\r') : text)).filter((text) => text !== '');
    expect(await collect(chunks)).toEqual(expected.map((text) => (Buffer.byteLength(text) > MAX_LINE_BYTES ? 'too-long' : text)));
  });
  await fc.assert(property, { numRuns: 60 });
});

it('passes over one mark, in front, and one carriage return, at the end', async () => {
  const sent = Buffer.from('\uFEFF\uFEFFa\r\r\n\r\n\n\uFEFFb\rc\n\r');
  expect(await collect([sent])).toEqual(['\uFEFFa\r', '\uFEFFb\rc']);
});

it.each(['\n', '\r\n'])('ends a row that is as long as may be by %j', async (end) => {
  const longest = 'x'.repeat(MAX_LINE_BYTES);
  expect(await collect([Buffer.from(`${longest}${end}${longest}x${end}`)])).toEqual([longest, 'too-long']);
});

it('says how long a row was that is too long, however it was cut', async () => {
  const sent = Buffer.from(`${'x'.repeat(100_000)}\n${'x'.repeat(MAX_LINE_BYTES + 1)}\n`);
  for (const size of [1_000, 40_000, 200_000]) {
    const lines: Line[] = [];
    const body = async function* () {
      for (let start = 0; start < sent.length; start += size) yield sent.subarray(start, start + size);
    };
    for await (const some of readLines(body())) lines.push(...some);
    expect(lines).toEqual([{ kind: 'too-long', length: 100_000 }, { kind: 'too-long', length: MAX_LINE_BYTES + 1 }]);
  }
});

it('ends a body that does not', async () => {
  await expect(collect([Buffer.alloc(60, 'a\n'), Buffer.alloc(60, 'a\n')], 100)).rejects.toMatchObject({ code: 'body-too-large' });
});
