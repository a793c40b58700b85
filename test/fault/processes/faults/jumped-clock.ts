import { setTimeout as sleep } from 'node:timers/promises';
import { evaluate } from '../stage/inspector.js';
import type { Fault } from './fault.js';

const HOUR = 3_600_000;

/** Sets the wall clock of a process off by so much; the monotonic one and the timers go on. Its value: by how much it is off then. */
const off = (by: number): string =>
  `(() => { const real = Date.now.real ?? Date.now; Date.now = Object.assign(() => real() + ${by}, { real }); return Date.now() - real(); })()`;

/** The clock of one API process jumps by an hour, either way, and back. */
export const jumpedClock: Fault = {
  name: 'the clock of an API process jumps by an hour',
  at: 'api',
  weight: 6,
  async strike({ stage, random }) {
    const { life } = random.pick(stage.apis);
    const by = random.pick([HOUR, -HOUR]);
    const jumped = await evaluate(life, off(by));
    await sleep(1_000 + random.around(2_000));
    const back = await evaluate(life, off(0));
    return { bit: Math.abs(Number(jumped) - by) < 1_000 && Math.abs(Number(back)) < 1_000, seen: `${life.name}: ${Number(jumped)} ms, then ${Number(back)} ms` };
  },
};
