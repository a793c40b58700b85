import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConsentId } from '../../../../libs/kernel/index.js';
import type { Random } from '../../simulation/machine/random.js';
import type { Stage } from '../stage/stage.js';
import type { Sender } from './send.js';

/** How long it may take until everybody can decide again, in milliseconds. */
const WITHIN = 240_000;

/** Waits until both API processes say that they are ready, and somebody's command was decided through each. Answers how long that was, in milliseconds; rejects where it is too long. */
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

/** What needs no read models: who is behind a million events tells whoever asks for a consent "not now" until they have caught up, for nobody knows how many they hold. The consent is one that there is not. */
async function isDecided(sender: Sender, through: number, random: Random): Promise<boolean> {
  const consent = ConsentId(`c_${randomUUID().replaceAll('-', '')}`);
  const { outcome } = await sender.send({ kind: 'revoke', by: random.pick(sender.settled.town.adults), consent }, randomUUID(), { through });
  return outcome === 'done' || outcome === 'refused';
}
