import type { Fault } from './fault.js';
import { stopFor } from './upon.js';

/** An API process stands still and goes on (SIGSTOP, SIGCONT), as in a pause of a virtual machine: whatever it had decided is old by then. */
export const stoppedApi: Fault = {
  name: 'an API process stands still',
  at: 'api',
  weight: 3,
  async strike({ stage, random }) {
    const { life } = random.pick(stage.apis);
    const lasts = 200 + random.around(1_500);
    const stopped = await stopFor([life.pid], lasts);
    return { bit: stopped === 1, seen: `${life.name} for ${lasts.toFixed(0)} ms` };
  },
};
