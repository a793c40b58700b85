import type { Proxy, Script } from '../stage/proxy.js';
import type { Random } from '../../simulation/machine/random.js';
import { between, playFor } from './between.js';

/** A good answer is on its way, so everything is committed; the client never hears it. */
const deafClients = (proxy: Proxy, random: Random): Promise<number> =>
  playFor(proxy, 1_500, (bytes, way) => (way === 'back' && bytes.subarray(0, 12).toString('latin1').startsWith('HTTP/1.1 20') && random.chance(0.25) ? 'cut' : 'pass'));

/** In the clear part of each event that is written: a read asks for none. */
const WRITTEN = '"at":"';

/** PostgreSQL has committed an append and says so; the process that asked for it never hears that. */
function deafProcess(proxy: Proxy, random: Random): Promise<number> {
  const writing = new WeakSet<object>();
  const decide: Script = (bytes, way, link) => {
    if (way === 'there' && bytes.includes(WRITTEN)) writing.add(link);
    if (way === 'there' || !writing.delete(link)) return 'pass';
    return random.chance(0.3) ? 'cut' : 'pass';
  };
  return playFor(proxy, 1_500, decide);
}

export const LOST = [between('toClients', 'good answers are lost', deafClients), between('toDatabase', 'commits are carried out and never heard of', deafProcess)];
