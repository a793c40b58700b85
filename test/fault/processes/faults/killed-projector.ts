import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.js';

/** The projector is killed, or told to end, at any place of a page, and started again. */
export const killedProjector: Fault = {
  name: 'the projector is killed, or told to end',
  at: 'projector',
  weight: 3,
  async strike({ stage: { projector }, random }) {
    const { pid } = projector;
    const signal = random.chance(0.85) ? 'SIGKILL' : 'SIGTERM';
    await projector.end(signal);
    const isGone = !projector.isUp;
    await sleep(random.around(500));
    await projector.start();
    return { bit: isGone && projector.pid !== pid, seen: `${signal} to ${pid}, then ${projector.pid}: ${projector.said}`, kills: signal === 'SIGKILL' ? 1 : 0 };
  },
};
