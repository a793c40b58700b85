import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isWritable, masterKeyFile } from '../../../../libs/configuration/index.js';
import { secretsFile } from '../../../../libs/embedded-postgres/index.js';
import { clusterFolder } from '../instance/database.js';
import { choosePort } from '../instance/port.js';
import { type Run, runFileIn, runningInstance } from '../instance/run-file.js';
import { type Finding, ok, warn, wrong } from './finding.js';

/** The instance that runs on a home; undefined where none does, or where that can't be seen. */
export function runOn(home: string): Run | undefined {
  try {
    return runningInstance(home);
  } catch {
    // Said of the run file, or of the home that is no folder.
    return undefined;
  }
}

/** Looks at the instance's folder. */
export function lookAtHome(home: string): readonly Finding[] {
  return isFolder(home) ? [folder(home), ...secretFiles(home), runFile(home)] : [wrong('home', `${home} is no folder, and none can be made there`, 'set XINMA_HOME to a folder')];
}

/** Whether it is one, or can become one: the nearest that is there is. */
const isFolder = (path: string): boolean => (existsSync(path) ? statSync(path).isDirectory() : isFolder(dirname(path)));

function folder(home: string): Finding {
  if (!existsSync(home) && !isWritable(home)) return wrong('home', `${home} is not there, and can not be made`, 'set XINMA_HOME to a folder on a disk, in one that the user that runs the server can write');
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
  const files = [masterKeyFile(home), secretsFile(clusterFolder(home))].filter((file) => existsSync(file));
  return files.map((file) =>
    process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0 ? wrong('secrets', `others may read ${file}`, `chmod 600 ${file}`) : ok('secrets', `only its owner reads ${file}`),
  );
}

/** Puts back what a killed instance left once `work`, which takes it over like a start, is done: it stays to be seen until an instance starts. */
export async function leavingRunFile<T>(home: string, work: () => Promise<T>): Promise<T> {
  const file = runFileIn(home);
  const left = runOn(home) === undefined && isReadable(file) ? readFileSync(file) : undefined;
  try {
    return await work();
  } finally {
    if (left !== undefined && !existsSync(file)) writeFileSync(file, left, { mode: 0o600 });
  }
}

function runFile(home: string): Finding {
  const running = runOn(home);
  if (running !== undefined) return ok('instance', `runs as process ${running.pid}`);
  if (!existsSync(runFileIn(home))) return ok('instance', 'none runs');
  return isReadable(runFileIn(home))
    ? warn('instance', 'none runs; one that was killed left its run file', 'npm start takes it over and recovers the database; nothing else is to be done')
    : wrong('instance', `${runFileIn(home)} can not be read`, 'ask as the user that runs the server');
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** Looks at where the API listens, or will. */
export async function lookAtPort(home: string, host: string, port: number | undefined): Promise<Finding> {
  const running = runOn(home);
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
