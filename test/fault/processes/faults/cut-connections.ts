import { setTimeout as sleep } from 'node:timers/promises';
import type { Proxy } from '../stage/proxy.js';
import type { Random } from '../../simulation/machine/random.js';
import { between } from './between.js';
import { becomes } from './upon.js';

/** Every connection ends, a few times, and for a moment no new one is made. */
async function cut(proxy: Proxy, random: Random): Promise<number> {
  let times = 0;
  for (let round = 1 + random.below(3); round > 0; round -= 1) {
    await becomes(() => {
      times += proxy.cutAll();
      return times > 0;
    }, 6_000);
    proxy.refuse(random.chance(0.5));
    await sleep(random.around(400));
    proxy.refuse(false);
    await sleep(random.around(200));
  }
  return times;
}

export const CUT = [between('toClients', 'connections are cut', cut), between('toDatabase', 'connections are cut', cut)];
