import type { Client } from 'pg';
import type { DatabaseConfiguration, Places } from '../../../../libs/configuration/index.js';
import { appliedSets, Cluster, pendingOf, secretsFile, withClient } from '../../../../libs/embedded-postgres/index.js';
import { durabilitySettings } from '../../../../libs/event-store-postgres/index.js';
import { holds, inspect, ownConnections } from '../../../../libs/own-postgres/index.js';
import { MasterKey } from '../../../../libs/vault/index.js';
import { checkOfKeys } from '../../../../libs/vault-postgres/index.js';
import { onServerAtRest } from '../instance/at-rest.js';
import { clusterFolder } from '../instance/database.js';
import { lookAtCluster } from './cluster.js';
import type { Feeder } from './feeding.js';
import { type Finding, ok, warn, wrong } from './finding.js';
import { lookAtLog } from './log.js';
import { type Held, lookAtDoors, lookAtRoles } from './roles.js';
import { unreachable } from './unreachable.js';

/** What the looks at a database need. */
export interface Looked {
  readonly places: Places;
  readonly masterKey: Uint8Array | undefined;
  /** Whether an instance runs on this home. */
  readonly runs: boolean;
}

/** How what is inside is looked at, and what is said of how to mend it. */
export interface Inside {
  readonly production: boolean;
  /** Whether the server is the user's. */
  readonly own: boolean;
  readonly kurrentdb?: Places['kurrentdb'];
  readonly masterKey: Uint8Array | undefined;
  readonly feeder: Feeder;
  /** Where the embedded server's passwords are. */
  readonly passwords: string;
}

/** Looks at the databases, as every role whose password is held; changes nothing. What can't be reached is a finding. */
export async function lookAtDatabase({ places, masterKey, runs }: Looked): Promise<readonly Finding[]> {
  const { production, kurrentdb, database, home } = places;
  const feeder = runs ? 'here' : database === undefined ? 'nobody' : 'elsewhere';
  const inside: Inside = { production, kurrentdb, own: database !== undefined, masterKey, feeder, passwords: secretsFile(clusterFolder(home)) };
  try {
    return database === undefined ? await onEmbedded(home, (cluster) => lookAtEmbedded(cluster, inside)) : await lookAtOwn(database, inside);
  } catch (error) {
    return unreachable(error);
  }
}

/** The server that runs, or one that runs for as long as this takes. Unlike by a start, nothing is made in it, and the home is not opened to its system user, who reaches the data already. */
async function onEmbedded<T>(home: string, work: (cluster: Cluster) => Promise<T>): Promise<T> {
  const running = Cluster.running({ folder: clusterFolder(home) });
  return running === undefined ? onServerAtRest(home, work) : work(running);
}

async function lookAtEmbedded(cluster: Cluster, inside: Inside): Promise<readonly Finding[]> {
  const doors = await lookAtDoors(cluster, inside.passwords);
  return doors.length > 0 ? doors : lookInside(cluster.connections(), inside);
}

async function lookAtOwn(database: DatabaseConfiguration, inside: Inside): Promise<readonly Finding[]> {
  const more = {
    ...(holds(database, 'projector') ? ownConnections(database, ['projector']) : {}),
    ...(holds(database, 'owner') ? ownConnections(database, ['owner', 'keysOwner']) : {}),
  };
  const held: Held = { ...ownConnections(database, ['api', 'keys']), ...more };
  await inspect(held);
  return lookInside(held, inside);
}

/** All findings of a database that was reached. */
export async function lookInside(held: Held, inside: Inside): Promise<readonly Finding[]> {
  const { findings: roles, serve } = await lookAtRoles(held, inside.passwords);
  if (!serve) return roles;
  const schema = await lookAtSchema(held, inside.own);
  const server = await withClient(held.api, (client) => lookAtServer(client, inside.production));
  if (schema.some(({ level }) => level !== 'ok')) return [...server, ...roles, ...schema];
  const key = await withClient(held.keys, (client) => lookAtMasterKey(client, inside.masterKey));
  const { kurrentdb, feeder } = inside;
  return [...server, ...roles, ...schema, ...key, ...(await (kurrentdb === undefined ? lookAtLog(held.api, inside) : lookAtCluster({ kurrentdb, connection: held.api }, feeder)))];
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
  return [
    ok('database', `PostgreSQL ${version}, ${tls ? 'by TLS' : 'on this machine'}`),
    durability(Object.entries(await durabilitySettings(client)).flatMap(([name, value]) => (value === 'off' ? [name] : [])), production),
    checksums === 'on' ? ok('checksums', 'a damaged page is noticed') : warn('checksums', 'a damaged page would not be noticed', 'stop the server, pg_checksums --enable, start it'),
    clocks(Number(now) - between),
  ];
}

/** By the settings that are off. */
function durability(off: readonly string[], production: boolean): Finding {
  if (off.length === 0) return ok('durability', 'what is acknowledged is on the disk');
  const mend = 'switch fsync, synchronous_commit and full_page_writes on (postgresql.conf, and ALTER ROLE/DATABASE … RESET)';
  return (production ? wrong : warn)('durability', `may lose what was acknowledged: ${off.join(', ')} off`, mend);
}

async function lookAtSchema(connections: Held, own: boolean): Promise<readonly Finding[]> {
  const missing: string[] = [];
  try {
    for (const [set, applied] of await appliedSets(connections)) missing.push(...pendingOf(set, applied).map(({ name }) => name));
  } catch (error) {
    return unreachable(error);
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
