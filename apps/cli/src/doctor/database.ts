import type { Client } from 'pg';
import { ConfigurationError, type Places } from '../../../../libs/configuration/index.js';
import { appliedOf, type Connections, MIGRATION_SETS, pendingOf, SchemaMismatch, withClient } from '../../../../libs/embedded-postgres/index.js';
import { durabilitySettings } from '../../../../libs/event-store-postgres/index.js';
import { MasterKey } from '../../../../libs/vault/index.js';
import { checkOfKeys } from '../../../../libs/vault-postgres/index.js';
import { onDatabase } from '../instance/at-rest.js';
import { type Finding, ok, warn, wrong } from './finding.js';
import { lookAtCluster } from './cluster.js';
import { lookAtLog } from './log.js';

/** What the looks at a database need. */
export interface Looked {
  readonly places: Places;
  readonly masterKey: Uint8Array | undefined;
}

/** Looks at the databases, as those who serve; changes nothing. What can't be reached is a finding. */
export async function lookAtDatabase({ places, masterKey }: Looked): Promise<readonly Finding[]> {
  try {
    return await onDatabase(places, ['api', 'keys'], (connections) => lookInside(connections, places, masterKey));
  } catch (error) {
    return refusal(error);
  }
}

/** All findings of a database that was reached. */
export async function lookInside(connections: Pick<Connections, 'api' | 'keys'>, places: Pick<Places, 'production' | 'database'> & Partial<Pick<Places, 'kurrentdb'>>, masterKey: Uint8Array | undefined): Promise<readonly Finding[]> {
  const schema = await lookAtSchema(connections, places.database !== undefined);
  const server = await withClient(connections.api, (client) => lookAtServer(client, places.production));
  if (schema.some(({ level }) => level !== 'ok')) return [...server, ...schema];
  const key = await withClient(connections.keys, (client) => lookAtMasterKey(client, masterKey));
  return [...server, ...schema, ...key, ...(await (places.kurrentdb === undefined ? lookAtLog(connections.api) : lookAtCluster({ kurrentdb: places.kurrentdb, connection: connections.api })))];
}

function refusal(error: unknown): readonly Finding[] {
  if (error instanceof ConfigurationError) return error.problems.map(({ variable, expected }) => wrong('database', `${variable} is wrong`, `it must be ${expected}`));
  if (error instanceof SchemaMismatch) return [wrong('schema', error.message, 'run xinma migrate with the password of xinma_owner, or start the version that fits')];
  // What a driver says may quote an address or a value: its code is enough.
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return [wrong('database', `can not be asked${code}`, 'see postgres.log in the instance’s folder, or the log of your own server; then npm start')];
}

/** Clocks further apart than this make consents begin and end at other moments than people were told. */
const APART = 5_000;

/** How far the database's clock is from ours. */
export const clocks = (milliseconds: number): Finding =>
  Math.abs(milliseconds) > APART
    ? wrong('clocks', `the database’s clock is ${Math.round(milliseconds / 1_000)} s from ours`, 'let both machines take their time from the same servers (NTP)')
    : ok('clocks', 'ours and the database’s agree');

async function lookAtServer(client: Client, production: boolean): Promise<readonly Finding[]> {
  const asked = Date.now();
  const { rows } = await client.query<{ version: string; checksums: string; now: string; tls: boolean }>(
    `SELECT current_setting('server_version') AS version, current_setting('data_checksums') AS checksums, extract(epoch FROM clock_timestamp()) * 1000 AS now,
       coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS tls`,
  );
  const [{ version, checksums, now, tls } = { version: '', checksums: '', now: '0', tls: false }] = rows;
  const between = (asked + Date.now()) / 2;
  const lost = Object.entries(await durabilitySettings(client)).filter(([, value]) => value === 'off');
  const risk = production ? wrong : warn;
  return [
    ok('database', `PostgreSQL ${version}, ${tls ? 'by TLS' : 'on this machine'}`),
    lost.length === 0 ? ok('durability', 'what is acknowledged is on the disk') : risk('durability', `may lose what was acknowledged: ${lost.map(([name]) => name).join(', ')} off`, 'switch fsync, synchronous_commit and full_page_writes on (postgresql.conf, and ALTER ROLE/DATABASE … RESET)'),
    checksums === 'on' ? ok('checksums', 'a damaged page is noticed') : warn('checksums', 'a damaged page would not be noticed', 'stop the server, pg_checksums --enable, start it'),
    clocks(Number(now) - between),
  ];
}

async function lookAtSchema(connections: Pick<Connections, 'api' | 'keys'>, own: boolean): Promise<readonly Finding[]> {
  const missing: string[] = [];
  try {
    for (const set of MIGRATION_SETS) {
      const applied = await withClient(set.at === 'log' ? connections.api : connections.keys, (client) => appliedOf(client, set));
      missing.push(...pendingOf(set, applied).map(({ name }) => name));
    }
  } catch (error) {
    return refusal(error);
  }
  if (missing.length === 0) return [ok('schema', 'has all that this version needs')];
  return [wrong('schema', `${missing.length} migrations are to be applied: ${missing.join(', ')}`, own ? 'run xinma migrate with the password of xinma_owner' : 'npm start applies them')];
}

async function lookAtMasterKey(client: Client, masterKey: Uint8Array | undefined): Promise<readonly Finding[]> {
  const check = await checkOfKeys(client);
  if (masterKey === undefined || check === '') return [];
  return [
    new MasterKey(masterKey).made(Buffer.from(check, 'base64'))
      ? ok('master key', 'is the one that wrapped the keys')
      : wrong('master key', 'is not the one that wrapped the keys: nothing would open', 'put back the master key of this data (your copy); don’t make a new one'),
  ];
}
