import { expect, it } from '@jest/globals';
import { PositionHint } from './position-hint.js';

it('a position that was reached is not taken back by an older one, and forgotten where nothing that was heard counts any more', () => {
  const hint = new PositionHint();
  for (const position of [5n, 3n]) hint.advance(position);
  expect(hint.position).toBe(5n);
  hint.advance(6n);
  expect(hint.position).toBe(6n);
  hint.forget();
  expect(hint.position).toBe(0n);
  hint.advance(4n);
  expect(hint.position).toBe(4n);
});
