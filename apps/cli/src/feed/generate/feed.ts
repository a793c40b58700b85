import { randomBytes } from 'node:crypto';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import { lineOf } from './rows.js';
import type { Town } from './town.js';

/** Lines written at once. */
const PAGE = 500;

/** Writes the town's feed, a row a line; the file appears when it is whole, readable for its owner only. Tells how many rows are written. */
export async function writeFeed(town: Town, file: string, told: (rows: number) => void): Promise<void> {
  // Not by the process's number: in containers each has the same, and one that was killed leaves its file behind.
  const partial = `${file}.partial-${randomBytes(4).toString('hex')}`;
  try {
    const out = createWriteStream(partial, { mode: 0o600, flags: 'wx' });
    for (let row = 0; row < town.rows; row += PAGE) {
      const page = Array.from({ length: Math.min(PAGE, town.rows - row) }, (_, index) => `${lineOf(town, row + index).text}\n`);
      if (!out.write(page.join(''))) await once(out, 'drain');
      told(row + page.length);
    }
    out.end();
    await finished(out);
    renameSync(partial, file);
  } finally {
    rmSync(partial, { force: true });
  }
}
