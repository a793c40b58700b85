import { evaluate } from '../stage/inspector.js';
import type { Fault } from './fault.js';

/** In milliseconds. */
const LASTS = 10_000;

/** The event loop of an API process does nothing else for ten seconds: connections are taken by the kernel, and nobody answers. */
export const stalledApi: Fault = {
  name: 'the event loop of an API process is kept busy for 10 s',
  at: 'api',
  weight: 0.3,
  async strike({ stage, random }) {
    const { life } = random.pick(stage.apis);
    const took = await evaluate(life, `(() => { const began = performance.now(); while (performance.now() - began < ${LASTS}); return performance.now() - began; })()`);
    return { bit: typeof took === 'number' && took >= LASTS, seen: `${life.name} for ${Number(took).toFixed(0)} ms` };
  },
};
