import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders of test runs start with this. */
export const PREFIX = 'xinma-test-';

// Jest loads set-up and tear-down without its transformer; Node strips types itself and needs to be told which file `x.js` was written in.
registerHooks({
  resolve: (specifier, context, next) => {
    const written = specifier.startsWith('.') && specifier.endsWith('.js') ? new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL) : undefined;
    return written !== undefined && existsSync(written) ? next(written.href, context) : next(specifier, context);
  },
});

const alive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code !== 'ESRCH';
  }
};

/** What is read where another run may clear the same at the same time: nothing, where it is gone. */
const ifThere = (read, nothing) => {
  try {
    return read();
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return nothing;
  }
};

const ownerOf = (run) => ifThere(() => Number(readFileSync(join(run, 'owner'), 'utf8')), undefined);

/** Folders whose run is gone: it was killed. */
export const runsLeftOver = () =>
  readdirSync(tmpdir())
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => join(tmpdir(), name))
    .filter((run) => {
      const owner = ownerOf(run);
      return owner !== undefined && !alive(owner);
    });

/** Ends the server of a run, if it started one, and removes the run's folder. */
export async function removeRun(run) {
  const servers = ifThere(() => readdirSync(run), []).filter((name) => existsSync(join(run, name, 'data')) || name === 'postgres.lock').map((name) => name.replace('.lock', ''));
  if (servers.length > 0) {
    const { removeCluster } = await import('../../libs/embedded-postgres/folder.ts');
    for (const name of new Set(servers)) await removeCluster(join(run, name));
  }
  rmSync(run, { recursive: true, force: true });
}
