import type { Proxy } from '../stage/proxy.js';
import type { Random } from '../../simulation/machine/random.js';
import { between, playFor } from './between.js';

/** Now and then half of what comes by gets there, either way, and then the connection ends. */
const halve =
  (odds: number) =>
  (proxy: Proxy, random: Random): Promise<number> =>
    playFor(proxy, 1_000 + random.around(1_000), () => (random.chance(odds) ? 'half' : 'pass'));

export const HALF = [between('toClients', 'messages arrive by half', halve(0.08)), between('toDatabase', 'messages arrive by half', halve(0.2))];
