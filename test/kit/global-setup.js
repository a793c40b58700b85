import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { PREFIX, removeRun, runsLeftOver } from './runs.js';

/**
 * Gives the run a folder of its own, and clears what killed runs left. The server itself is started by the first suite that asks for a database. The packaged browser is unpacked here:
 * of two suites that do it at once, one starts a file that the other still writes.
 */
export default async function setup() {
  for (const left of runsLeftOver()) await removeRun(left);
  const run = mkdtempSync(join(tmpdir(), PREFIX));
  // The server's system user passes through, where the suites run as root.
  chmodSync(run, 0o711);
  writeFileSync(join(run, 'owner'), String(process.pid));
  process.env.XINMA_TEST_RUN = run;
  if (process.platform === 'linux' && process.arch === 'x64') await chromium.executablePath();
}
