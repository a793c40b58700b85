import { describe, it } from '@jest/globals';
import { nothingGoesWrong } from './simulated.js';

describe('Two API processes, a projector and a log on which everything goes wrong', () => {
  it('keep every promise in another thousand runs', () => nothingGoesWrong(1_001, 1_000), 900_000);
});
