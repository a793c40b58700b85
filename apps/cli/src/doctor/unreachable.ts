import { ConfigurationError } from '../../../../libs/configuration/index.js';
import { ClusterUnusable, SchemaMismatch } from '../../../../libs/embedded-postgres/index.js';
import { AlreadyRunning } from '../instance/run-file.js';
import { type Finding, wrong } from './finding.js';

/** Why a database could not be looked at: in the program's own words, which quote no value; of what else is thrown, the code. */
export function unreachable(error: unknown): readonly Finding[] {
  if (error instanceof ConfigurationError) return error.problems.map(({ variable, expected }) => wrong('database', `${variable} is wrong`, `it must be ${expected}`));
  if (error instanceof SchemaMismatch) return [wrong('schema', error.message, 'run xinma migrate with the password of xinma_owner, or start the version that fits')];
  if (error instanceof ClusterUnusable) return [wrong('database', error.says, error.mend)];
  if (error instanceof AlreadyRunning) return [wrong('database', `can not be reached: ${error.message}`, 'where it is starting, wait a moment, then ask again; else end it and npm start')];
  // What a driver says may quote an address or a value: its code is enough.
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return [wrong('database', `can not be asked${code}`, 'see postgres.log in the instance’s folder, or the log of your own server; then npm start')];
}
