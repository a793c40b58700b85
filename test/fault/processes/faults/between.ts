import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../simulation/machine/random.js';
import type { Fate, Proxy, Script, Way } from '../stage/proxy.js';
import type { Fault, Trace } from './fault.js';
import { becomes } from './upon.js';

/** Between whom bytes suffer: clients and one API process, or that and its database. */
type Between = 'toClients' | 'toDatabase';

const WHERE: Readonly<Record<Between, string>> = { toClients: 'between clients and the API', toDatabase: 'between the API and PostgreSQL' };

/** Some way of treating bytes, for a while, before one of the two processes. Answers how often it struck. */
export const between = (where: Between, what: string, play: (proxy: Proxy, random: Random) => Promise<number>): Fault => ({
  name: `${what} ${WHERE[where]}`,
  at: 'ground',
  weight: 1.5,
  async strike({ stage, random }): Promise<Trace> {
    // Nothing comes by where nobody is.
    const chosen = random.pick(stage.apis);
    const api = chosen.life.isReady ? chosen : (stage.apis.find(({ life }) => life.isReady) ?? chosen);
    const proxy = api[where];
    try {
      const times = await play(proxy, random);
      return { bit: times > 0, seen: `${times} times at ${api.life.name}` };
    } finally {
      proxy.play();
      proxy.refuse(false);
    }
  },
});

/** How long it is waited that something comes by to be struck, in milliseconds. */
const WAITS = 12_000;

/** Lets a script decide for some milliseconds, longer where nothing comes by. Answers how often it did something. */
export async function playFor(proxy: Proxy, milliseconds: number, decide: Script): Promise<number> {
  let times = 0;
  proxy.play(async (bytes: Buffer, way: Way, link: object): Promise<Fate> => {
    const fate = await decide(bytes, way, link);
    if (fate !== 'pass') times += 1;
    return fate;
  });
  await sleep(milliseconds);
  await becomes(() => times > 0, WAITS);
  proxy.play();
  return times;
}
