import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.js';

/** An API process is killed at a random instant (`kill -9`); whoever looks after it starts it again. */
export const killedApi: Fault = {
  name: 'an API process is killed',
  at: 'api',
  weight: 5,
  async strike({ stage, random }) {
    const { life } = random.pick(stage.apis);
    const { pid } = life;
    await life.end('SIGKILL');
    const isGone = !life.isUp;
    await sleep(random.around(300));
    await life.start();
    return { bit: isGone && life.pid !== pid, seen: `${life.name}: process ${pid}, then ${life.pid}${life.gaveUp.map((each) => `, gave up after ${each}`).join('')}`, kills: 1 };
  },
};
