import { chmodSync, statSync } from 'node:fs';
import { assertDurable, type Configuration, type DatabaseConfiguration, type Places } from '../../../../libs/configuration/index.js';
import { Cluster, type Connection, type Connections, demandSchema, migrate, type Session, type Sessions, withClient } from '../../../../libs/embedded-postgres/index.js';
import { durabilitySettings } from '../../../../libs/event-store-postgres/index.js';
import { holds, inspect, ownConnections, type Part } from '../../../../libs/own-postgres/index.js';
import { demandRestored } from './restore-mark.js';

/** Parts that a server with everything in one process needs. */
export type Serving = Pick<Connections, 'api' | 'keys' | 'projector'>;

/** An instance's database: launched, and at the schema of this version once it was opened. */
export interface InstanceDatabase {
  /** How it is reached, once it is open. */
  readonly connections: Serving;
  /** Looks at the server, through these sessions where that is enough, and brings the schema up to date. Rejects with what is wrong. */
  open(through?: Sessions): Promise<void>;
  /** Ends what was started for it: a server of the user's goes on. */
  close(): Promise<void>;
}

/** Where an instance keeps the data of its embedded server. */
export const clusterFolder = (home: string): string => `${home}/postgres`;

/** As root: the server's system user passes through to its folder. What is secret beside it is mode 0600. */
export function openHome(home: string): void {
  if (process.getuid?.() === 0) chmodSync(home, statSync(home).mode | 0o011);
}

/** An instance's database, opened. Rejects with what is wrong, leaving nothing running. */
export async function openDatabase(configuration: Configuration, say: (line: string) => void): Promise<InstanceDatabase> {
  const database = await launchDatabase(configuration, say);
  try {
    await database.open();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Makes the embedded server's process, which takes connections later, or takes the user's server. What takes long and needs no database can be done until it is opened. */
export async function launchDatabase(configuration: Configuration, say: (line: string) => void): Promise<InstanceDatabase> {
  const { database } = configuration;
  if (database === undefined) return launchEmbedded(configuration, say);
  const connections = ownConnections(database, ['api', 'keys', 'projector']);
  const open = async (): Promise<void> => {
    await inspect(connections);
    await bringUp(database, connections);
    await checkSafe(configuration, connections.api);
  };
  return { connections, open, close: async () => undefined };
}

const IN_WORDS = { ended: 'the database ended by itself: starting it again', restarted: 'the database is back', failed: 'the database does not start: trying again, see its log' } as const;

async function launchEmbedded(configuration: Configuration, say: (line: string) => void): Promise<InstanceDatabase> {
  const asked = clusterFolder(configuration.home);
  openHome(configuration.home);
  const cluster = await Cluster.launch({ folder: asked, supervised: (notice) => say(IN_WORDS[notice]) });
  if (cluster.folder !== asked) say(`the database is in ${cluster.folder}: its system user can't reach ${asked}`);
  const open = async (through?: Sessions): Promise<void> => {
    await cluster.up();
    const broughtUp = bringUpEmbedded(cluster, configuration, through);
    through?.reach();
    await broughtUp;
  };
  return { connections: cluster.connections(), open, close: () => cluster.stop() };
}

/** Data that was used before is looked at only. Where a role, a database, a migration or an answer is missing, things are made and asked again, each in its turn. */
async function bringUpEmbedded(cluster: Cluster, configuration: Configuration, through: Sessions | undefined): Promise<void> {
  if (through !== undefined && (await cluster.isAsMade(through).catch(() => false))) return demandSafe(configuration, through.log);
  const connections = await cluster.prepare();
  await Promise.all([migrate(connections), checkSafe(configuration, connections.api)]);
}

/** The connections of these parts to the embedded server that runs, or to the user's, for all but those below. Rejects where there is none, where it is not as it should be, or where a restore was not found whole. */
export async function connectionsHere<P extends Part>(places: Places, parts: readonly P[]): Promise<Pick<Connections, P>> {
  const connections: Readonly<Partial<Record<Part, Connection>>> & Pick<Connections, P> = await reachHere(places, parts);
  const log = connections.api ?? connections.projector ?? connections.owner;
  if (log !== undefined) await withClient(log, demandRestored);
  return connections;
}

/** The same for a backup: also where a restore was not found whole. */
export async function reachHere<P extends Part>({ home, database, ...rest }: Places, parts: readonly P[]): Promise<Pick<Connections, P>> {
  if (database !== undefined) {
    const connections: Readonly<Partial<Record<Part, Connection>>> & Pick<Connections, P> = await ownDatabase(database, parts);
    await demandSchema(logAndKeys(connections));
    const serving = connections.api ?? connections.projector;
    if (serving !== undefined) await checkDurability(rest, serving);
    return connections;
  }
  const cluster = Cluster.running({ folder: clusterFolder(home) });
  if (cluster === undefined) throw new Error(`no instance runs on ${home}: npm start`);
  return cluster.connections();
}

/** Connections to the user's server, which was looked at through each. */
async function ownDatabase<P extends Part>(database: DatabaseConfiguration, parts: readonly P[]): Promise<Pick<Connections, P>> {
  const connections = ownConnections(database, parts);
  await inspect(connections);
  return connections;
}

/** Migrates where this process holds the owner's password; else demands that somebody else has. */
async function bringUp(database: DatabaseConfiguration, connections: Serving): Promise<void> {
  if (holds(database, 'owner')) await migrate(await ownDatabase(database, ['owner', 'keysOwner']));
  else await demandSchema(logAndKeys(connections));
}

/** Brings the user's server to the newest schema, as the owner. */
export async function migrateOwn({ database }: Places): Promise<void> {
  if (database === undefined) throw new Error('DATABASE_URL is not set: the embedded database is brought to the newest schema by xinma start');
  await migrate(await ownDatabase(database, ['owner', 'keysOwner']));
}

/** Brings the running database to the schema of what was just compiled. */
export async function migrateHere(configuration: Configuration): Promise<void> {
  if (configuration.database === undefined) return migrate(await connectionsHere(configuration, ['owner', 'keysOwner']));
  await bringUp(configuration.database, ownConnections(configuration.database, ['api', 'keys', 'projector']));
}

function logAndKeys({ api, projector, keys }: Readonly<Partial<Record<Part, Connection>>>): Parameters<typeof demandSchema>[0] {
  const log = api ?? projector;
  return { ...(log === undefined ? {} : { log }), ...(keys === undefined ? {} : { keys }) };
}

/** Whether what is recorded there stays: the log is whole, and what is acknowledged is on the disk. */
async function demandSafe(configuration: Pick<Configuration, 'production'>, client: Session): Promise<void> {
  await demandRestored(client);
  await demandDurable(configuration, client);
}

const checkSafe = (configuration: Pick<Configuration, 'production'>, as: Connection): Promise<void> => withClient(as, (client) => demandSafe(configuration, client));
const checkDurability = (configuration: Pick<Configuration, 'production'>, as: Connection): Promise<void> => withClient(as, (client) => demandDurable(configuration, client));

async function demandDurable({ production }: Pick<Configuration, 'production'>, client: Session): Promise<void> {
  assertDurable(production, await durabilitySettings(client));
}
