import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { masterKeyFile } from '../../../../libs/configuration/index.js';
import { clusterFolder } from '../instance/database.js';
import { choosePort } from '../instance/port.js';
import { runningInstance } from '../instance/run-file.js';
import { type Finding, ok, warn, wrong } from './finding.js';

const MEBIBYTE = 1_048_576;
/** Free space below which it is said, and below which the log soon can't be added to. */
const LITTLE = 1_024 * MEBIBYTE;
const TOO_LITTLE = 100 * MEBIBYTE;

/** Looks at the instance's folder. */
export function lookAtHome(home: string): readonly Finding[] {
  return [folder(home), ...secretFiles(home), space(home), runFile(home)];
}

function folder(home: string): Finding {
  if (!existsSync(home)) return warn('home', `${home} is not there`, 'npm start makes it; if there was an instance before, set XINMA_HOME to its folder');
  try {
    accessSync(home, constants.W_OK);
    return ok('home', home);
  } catch {
    return wrong('home', `${home} can not be written`, 'give it to the user that runs the server (chown), or set XINMA_HOME to another folder');
  }
}

/** Windows has no such modes. */
function secretFiles(home: string): readonly Finding[] {
  const files = [masterKeyFile(home), `${clusterFolder(home)}.secrets.json`].filter((file) => existsSync(file));
  return files.map((file) =>
    process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0 ? wrong('secrets', `others may read ${file}`, `chmod 600 ${file}`) : ok('secrets', `only its owner reads ${file}`),
  );
}

/** The free space of the folder, or of the first one above it that is there. `free`: given by tests. */
export function space(home: string, free = freeOn(home)): Finding {
  const says = `${Math.round(free / MEBIBYTE)} MiB free`;
  const mend = 'make room, or move the instance’s folder to a larger disk: a full one stops the log';
  if (free < TOO_LITTLE) return wrong('disk', says, mend);
  return free < LITTLE ? warn('disk', says, mend) : ok('disk', says);
}

function freeOn(folder: string): number {
  if (!existsSync(folder)) return freeOn(dirname(folder));
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function runFile(home: string): Finding {
  const running = runningInstance(home);
  if (running !== undefined) return ok('instance', `runs as process ${running.pid}`);
  return existsSync(join(home, 'run.json'))
    ? warn('instance', 'none runs; one that was killed left its run file', 'npm start takes it over and recovers the database; nothing else is to be done')
    : ok('instance', 'none runs');
}

/** Looks at where the API listens, or will. */
export async function lookAtPort(home: string, host: string, port: number | undefined): Promise<Finding> {
  const running = runningInstance(home);
  if (running !== undefined) return isReady(running.address);
  return choosePort(host, port).then(
    () => ok('port', port === undefined ? 'any free one will do' : `${port} is free`),
    (error: unknown) => wrong('port', error instanceof Error ? error.message : 'can not be listened on', 'set PORT to another one, leave it unset, or end what listens there'),
  );
}

async function isReady(address: string | undefined): Promise<Finding> {
  if (address === undefined) return warn('api', 'the instance is still starting', 'wait a moment, then ask again');
  const ready = await fetch(new URL('/ready', address), { signal: AbortSignal.timeout(3_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
  return ready ? ok('api', `ready on ${address}`) : wrong('api', 'runs, but can not decide', 'see its log and the other lines here; else end it and npm start');
}
