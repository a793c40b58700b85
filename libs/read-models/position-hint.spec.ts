import { expect, it } from '@jest/globals';
import { PositionHint } from './position-hint.js';

it('a position that was reached is never taken back', () => {
  const hint = new PositionHint();
  for (const position of [5n, 3n]) hint.advance(position);
  expect(hint.position).toBe(5n);
  hint.advance(6n);
  expect(hint.position).toBe(6n);
});
