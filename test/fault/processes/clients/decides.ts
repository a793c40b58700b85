import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DAY, instant } from '../../../../libs/kernel/index.js';
import type { Random } from '../../simulation/machine/random.js';
import type { Stage } from '../stage/stage.js';
import type { Sender } from './send.js';

/** How long it may take until everybody can decide again, in milliseconds. */
const WITHIN = 240_000;

/** Waits until both API processes say that they are ready, and somebody's request was decided and is in the log through each. Answers how long that was, in milliseconds; rejects where it is too long. */
export async function decides(stage: Stage, sender: Sender, random: Random): Promise<number> {
  const began = performance.now();
  await stage.serves();
  for (const [through, { life }] of stage.apis.entries()) {
    while (!(await isDecided(sender, through, random))) {
      if (performance.now() - began > WITHIN) throw new Error(`${life.name} says that it is ready and decides nothing`);
      await sleep(25);
    }
  }
  return performance.now() - began;
}

/** What needs no read models. */
async function isDecided(sender: Sender, through: number, random: Random): Promise<boolean> {
  const until = instant(Math.floor((Date.now() + DAY) / 1_000) * 1_000);
  const { outcome } = await sender.send({ kind: 'request', by: random.pick(sender.settled.town.adults), terms: { scope: 'status', purpose: 'FAMRQT', until } }, randomUUID(), { through });
  return outcome === 'done' || outcome === 'refused';
}
