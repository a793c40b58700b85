import type { Fault } from './fault.js';

/** An API process is told to end (SIGTERM) while clients wait for it: it finishes what is under way, and goes. */
export const endedApi: Fault = {
  name: 'an API process is told to end',
  at: 'api',
  weight: 2,
  async strike({ stage, random }) {
    const { life } = random.pick(stage.apis);
    const began = performance.now();
    const isClean = await life.end('SIGTERM');
    const took = performance.now() - began;
    await life.start();
    if (!isClean) throw new Error(`${life.name} did not end`);
    return { bit: isClean, seen: `${life.name} ended after ${took.toFixed(0)} ms${life.gaveUp.map((each) => `, then gave up after ${each}`).join('')}` };
  },
};
