import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Bug, BUGS } from './bugs.js';
import { copy, plant } from './plant.js';

/** How many seeds may pass before a bug counts as missed. */
const SEEDS = 1_000;

/** Plants one bug after the other in a copy and plays seeds until one finds it. True where all were found. */
export async function findPlanted(say: (line: string) => void): Promise<boolean> {
  const folder = await copy();
  let found = 0;
  try {
    for (const bug of BUGS) {
      const line = await hunt(folder, bug);
      if (!line.startsWith('nothing')) found += 1;
      say(`${bug.name}: ${line}`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  say(`planted: ${found} of ${BUGS.length} found`);
  return found === BUGS.length;
}

async function hunt(folder: string, bug: Bug): Promise<string> {
  const mend = await plant(folder, bug);
  const player = spawn(process.execPath, [join(folder, 'test/fault/simulation/main.js'), '--until-wrong', '--seeds', String(SEEDS)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = await text(player.stdout);
  await mend();
  return said.trim();
}
