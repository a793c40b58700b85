import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import type { Bug } from '../planted/bugs.js';
import { MACHINE_BUGS } from '../planted/machine-bugs.js';
import { copy, plant } from '../planted/plant.js';
import type { Say } from './plan.js';

/** How many stages may pass before a bug counts as missed. */
const STAGES = 3;

/** Plants one bug after the other in a copy of everything and plays short stages until one finds it. True where all were found. */
export async function findPlanted(say: Say, some: string | undefined): Promise<boolean> {
  const bugs = MACHINE_BUGS.filter(({ name }) => some === undefined || name.includes(some));
  let found = 0;
  for (const bug of bugs) {
    const names = await hunt(bug);
    if (names !== undefined) found += 1;
    say(`${bug.name}: ${names ?? `nothing in ${STAGES} stages`}`);
  }
  say(`planted: ${found} of ${bugs.length} found`);
  return found === bugs.length;
}

async function hunt(bug: Bug): Promise<string | undefined> {
  const folder = await copy(['apps', 'web', 'libs', 'test/kit', 'test/fault', 'test/bench', 'test/contract'], 'dist');
  try {
    await plant(join(folder, 'dist'), bug);
    for (let seed = 1; seed <= STAGES; seed += 1) {
      const player = spawn(process.execPath, [join(folder, 'dist/test/fault/processes/main.js'), '--short', '--seed', String(seed)], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
      const said = `${await text(player.stdout)}${await text(player.stderr)}`;
      const names = new Set([...said.matchAll(/^wrong: ([a-z-]+):/gm)].map(([, name]) => name).filter((name) => name !== 'did-not-bite'));
      if (names.size > 0) return `stage ${seed}: ${[...names].join(', ')}`;
    }
    return undefined;
  } finally {
    await rm(folder, { recursive: true });
  }
}
