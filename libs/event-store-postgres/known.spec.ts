import { describe, expect, it } from '@jest/globals';
import { Known } from './known.js';

describe('What was seen of streams', () => {
  it('is how far each was seen last; of others nothing is known', () => {
    const seen = new Known();
    seen.saw('s-a', 0n);
    seen.saw('s-b', 7n);
    seen.saw('s-a', 2n ** 63n - 1n);
    expect([seen.get('s-a'), seen.get('s-b'), seen.get('s-c')]).toEqual([2n ** 63n - 1n, 7n, undefined]);
  });

  it('is forgotten, the oldest first, before it is too much', () => {
    const seen = new Known(2);
    for (const [index, stream] of (['s-a', 's-b', 's-c'] as const).entries()) seen.saw(stream, BigInt(index));
    expect([seen.get('s-a'), seen.get('s-b'), seen.get('s-c')]).toEqual([0n, 1n, 2n]);
    seen.saw('s-d', 3n);
    expect([seen.get('s-a'), seen.get('s-b'), seen.get('s-c'), seen.get('s-d')]).toEqual([undefined, undefined, 2n, 3n]);
  });

  it('is the newer, where a stream was seen both long ago and lately', () => {
    const seen = new Known(2);
    seen.saw('s-a', 1n);
    seen.saw('s-b', 1n);
    seen.saw('s-a', 2n);
    expect(seen.get('s-a')).toBe(2n);
  });
});
