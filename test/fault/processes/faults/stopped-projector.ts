import type { Fault } from './fault.js';
import { stopFor } from './upon.js';

/** The projector stands still: read models lag behind all the while, and views of what just changed are "not now". */
export const stoppedProjector: Fault = {
  name: 'the projector stands still',
  at: 'projector',
  weight: 1.5,
  async strike({ stage: { projector }, random }) {
    const lasts = 500 + random.around(1_500);
    return { bit: (await stopFor([projector.pid], lasts)) === 1, seen: `for ${lasts.toFixed(0)} ms` };
  },
};
