import { describe, it } from '@jest/globals';
import { nothingGoesWrong } from './simulated.js';

describe('Two API processes, a projector and a log on which everything goes wrong', () => {
  it('keep every promise in as many others', () => nothingGoesWrong(1_001, 1_000), 900_000);
});
