import { chmodSync, statSync } from 'node:fs';
import { Client } from 'pg';
import { assertDurable, type Configuration, type DatabaseConfiguration, type Places } from '../../../../libs/configuration/index.js';
import { Cluster, type Connection, type Connections, demandSchema, hasSchema, migrate } from '../../../../libs/embedded-postgres/index.js';
import { durabilitySettings } from '../../../../libs/event-store-postgres/index.js';
import { holds, inspect, ownConnections, type Part } from '../../../../libs/own-postgres/index.js';

/** Parts that a server with everything in one process needs. */
export type Serving = Pick<Connections, 'api' | 'keys' | 'projector'>;

/** An instance's database, at the schema of this version. */
export interface OpenedDatabase {
  readonly connections: Serving;
  /** Ends what was started for it: a server of the user's goes on. */
  close(): Promise<void>;
}

type Meanwhile = (expected: Serving) => void;

/** Where an instance keeps the data of its embedded server. */
export const clusterFolder = (home: string): string => `${home}/postgres`;

/**
 * Starts the embedded server, or looks at the user's, and brings the schema up to date. Rejects with what is wrong, leaving nothing running. `meanwhile` is called
 * once a server starts or is asked, with how it is reached later: for what takes long and needs no database.
 */
export async function openDatabase(configuration: Configuration, say: (line: string) => void, meanwhile: Meanwhile = () => undefined): Promise<OpenedDatabase> {
  if (configuration.database === undefined) return openEmbedded(configuration, say, meanwhile);
  const connections = ownConnections(configuration.database, ['api', 'keys', 'projector']);
  meanwhile(connections);
  await inspect(connections);
  await bringUp(configuration.database, connections);
  await checkDurability(configuration, connections.api);
  return { connections, close: async () => undefined };
}

const IN_WORDS = { ended: 'the database ended by itself: starting it again', restarted: 'the database is back', failed: 'the database does not start: trying again, see its log' } as const;

async function openEmbedded(configuration: Configuration, say: (line: string) => void, meanwhile: Meanwhile): Promise<OpenedDatabase> {
  const asked = clusterFolder(configuration.home);
  // As root: the server's system user passes through to its folder. What is secret beside it is mode 0600.
  if (process.getuid?.() === 0) chmodSync(configuration.home, statSync(configuration.home).mode | 0o011);
  const cluster = await Cluster.start({ folder: asked, launched: meanwhile, supervised: (notice) => say(IN_WORDS[notice]) });
  try {
    if (cluster.folder !== asked) say(`the database is in ${cluster.folder}: its system user can't reach ${asked}`);
    return { connections: await bringUpEmbedded(cluster, configuration), close: () => cluster.stop() };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** On data that was used before, all questions are asked at once. Where a role, a database, a migration or an answer is missing, things are made and asked again, each in its turn. */
async function bringUpEmbedded(cluster: Cluster, configuration: Configuration): Promise<Connections> {
  const expected = cluster.connections();
  const asExpected = Promise.all([hasSchema(expected), checkDurability(configuration, expected.api)]).then(
    ([current]) => current,
    () => false,
  );
  const [connections, done] = await Promise.all([cluster.prepare(), asExpected]);
  if (!done) await Promise.all([migrate(connections), checkDurability(configuration, connections.api)]);
  return connections;
}

/** The connections of these parts to the embedded server that runs, or to the user's. Rejects where there is none, or where it is not as it should be. */
export async function connectionsHere<P extends Part>({ home, database, ...rest }: Places, parts: readonly P[]): Promise<Pick<Connections, P>> {
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

async function checkDurability({ production }: Pick<Configuration, 'production'>, as: Connection): Promise<void> {
  const client = new Client(as);
  await client.connect();
  try {
    assertDurable(production, await durabilitySettings(client));
  } finally {
    await client.end();
  }
}
