import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reachableBinaries, serverAccount } from '../../../libs/embedded-postgres/account.js';
import { findBinaries } from '../../../libs/embedded-postgres/binaries.js';
import { Cluster } from '../../../libs/embedded-postgres/index.js';
import { startServer } from '../../../libs/embedded-postgres/server.js';
import { SETTINGS } from '../peers/ground.js';

/** Beside the sources: the compiler of this tree copies no C. */
const SOURCE = fileURLToPath(new URL('../../../../test/bench/append/slow-disk.c', import.meta.url));

/** Whether this machine can have one: a Linux with a C compiler. */
export function slowDiskWorks(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    execFileSync('cc', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A server like the others, on which each `fdatasync` takes a millisecond longer. */
export async function startOnSlowDisk(folder: string): Promise<Cluster> {
  const cluster = await Cluster.start({ folder, settings: SETTINGS });
  await cluster.stop();
  const [library, program] = [join(dirname(folder), 'slow-disk.so'), join(dirname(folder), 'postgres-on-slow-disk')];
  execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, SOURCE, '-ldl']);
  const account = serverAccount();
  const binaries = reachableBinaries(account, await findBinaries());
  // The server gets no variable of ours: its program sets this one itself.
  writeFileSync(program, `#!/bin/sh\nLD_PRELOAD='${library}' exec '${binaries.postgres}' "$@"\n`, { mode: 0o755 });
  await startServer({ account, folder: cluster.folder, log: `${folder}.log`, settings: SETTINGS, binaries: { ...binaries, postgres: program } });
  const running = Cluster.running({ folder });
  if (running === undefined) throw new Error('the server on the slow disk does not run');
  return running;
}
