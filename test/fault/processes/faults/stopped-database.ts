import type { Fault } from './fault.js';
import { stopFor } from './upon.js';

/** Every process of PostgreSQL stands still, and goes on: what was asked of it meanwhile is carried out when nobody waits for it any more. */
export const stoppedDatabase: Fault = {
  name: 'PostgreSQL stands still',
  at: 'ground',
  weight: 2,
  async strike({ stage: { database }, random }) {
    const { family } = database;
    const lasts = 300 + random.around(1_500);
    const stopped = await stopFor(family, lasts);
    return { bit: stopped > family.length / 2, seen: `${stopped} of its processes for ${lasts.toFixed(0)} ms` };
  },
};
