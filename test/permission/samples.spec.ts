import { afterAll, beforeAll } from '@jest/globals';
import { HOUR, MINUTE } from '../../libs/kernel/index.js';
import { HOLDER, Samples, staffClinic, TIED } from './given/samples.js';
import { World } from './given/world.js';
import { type Given, play } from './table.js';
import { SAMPLES } from './tables/samples.js';

let world: World;
beforeAll(async () => {
  world = await World.start([HOLDER, TIED, 'stranger']);
  await staffClinic(world);
}, 60_000);
afterAll(() => world?.close());

const samples = new Samples(() => world);

function scan([how]: readonly string[], { code, barcode, another }: Given): object {
  if (how === 'unknown-code') return { code: 'A'.repeat(22), barcode };
  if (how === 'used-code') return { code, barcode: `${String(barcode)}-2` };
  if (how === 'new-code') return { code: another, barcode };
  return { code, barcode, ...(how === 'in-the-future' ? { collectedAt: world.in(HOUR) } : {}) };
}

function body(path: string, asked: readonly string[], given: Given): object {
  if (path.endsWith('/by-barcode')) return { barcode: given['barcode'] };
  if (path === '/v1/samples') return scan(asked, given);
  if (path.endsWith('/imports')) return samples.row(given['barcode'], { tr: '260373001', sc: world.in(-MINUTE) });
  if (path.endsWith('/correction')) {
    const collectedAt = world.in(asked[0] === 'future' ? HOUR : -HOUR);
    return { test: 'LP217198-3', result: '260373001', collectedAt, reportedAt: collectedAt, reason: 'mixed up' };
  }
  return path.endsWith('/withdrawal') ? { reason: 'contaminated' } : {};
}

play('a sample, its results and its lock', SAMPLES, { world: () => world, given: (state) => samples.in(state), body });
