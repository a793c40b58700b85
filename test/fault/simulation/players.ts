import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { elsewhere } from './elsewhere.js';
import { simulate } from './simulate.js';
import { counted, NOTHING, type Tally, together } from './tally.js';

/** Fewer seeds than this are not worth a process of their own. */
const ALONE = 50;

const PLAYER = resolve(import.meta.dirname, 'player.js');

/** How often somebody who looks on hears of it, in seeds. */
const NEWS = 20;

/** Plays `count` seeds from `from` on, with as many processes as there are processors. Says how far it is where somebody looks. */
export async function play(from: number, count: number, jobs = availableParallelism()): Promise<Tally> {
  const parts = Math.max(1, Math.min(jobs, Math.floor(count / ALONE)));
  if (parts === 1) return alone(from, count, (tally) => tell(tally, count));
  const news = new Map<number, Tally>();
  const each = Array.from({ length: parts }, (_, part) => {
    const [begin, end] = [part, part + 1].map((nth) => Math.floor((count * nth) / parts)) as [number, number];
    return elsewhere(PLAYER, from + begin, end - begin, (tally) => {
      news.set(part, tally);
      tell([...news.values()].reduce(together), count);
    });
  });
  return (await Promise.all(each)).reduce(together);
}

/** Plays seeds in this process. */
export async function alone(from: number, count: number, heard: (tally: Tally) => void = () => undefined): Promise<Tally> {
  let tally = NOTHING;
  for (let seed = from; seed < from + count; seed += 1) {
    tally = counted(tally, seed, await simulate({ seed }));
    if (tally.seeds % NEWS === 0 || tally.seeds === count) heard(tally);
  }
  return tally;
}

function tell({ seeds, wrong }: Tally, count: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${seeds} of ${count} seeds, ${wrong.length} wrong${seeds === count ? '\n' : ''}`);
}
