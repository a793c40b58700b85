import { setTimeout as sleep } from 'node:timers/promises';
import type { Proxy } from '../stage/proxy.js';
import type { Random } from '../../simulation/machine/random.js';
import { between } from './between.js';
import { becomes } from './upon.js';

/** Bytes come late, now by a little, now by more than anybody waits for. */
async function delay(proxy: Proxy, random: Random): Promise<number> {
  const mean = random.pick([20, 150, 900]);
  let late = 0;
  proxy.play(() => {
    late += 1;
    return sleep(random.around(mean), 'pass');
  });
  await sleep(800 + random.around(1_500));
  await becomes(() => late > 0, 6_000);
  return late;
}

export const LATE = [between('toClients', 'bytes come late', delay), between('toDatabase', 'bytes come late', delay)];
