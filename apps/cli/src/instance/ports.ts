import { Pool } from 'pg';
import { Institutions } from '../../../../libs/application/institutions/index.js';
import { Ledger } from '../../../../libs/application/ledger/index.js';
import { Names } from '../../../../libs/application/names.js';
import { type Clock, NoDigests, type PageDigests, type ReadModels, SystemClock } from '../../../../libs/application/ports/index.js';
import { type Configuration, homeOf, readConfiguration } from '../../../../libs/configuration/index.js';
import type { Connections } from '../../../../libs/embedded-postgres/index.js';
import type { EventStore } from '../../../../libs/event-store/index.js';
import type { Part } from '../../../../libs/own-postgres/index.js';
import { PostgresPageDigests, PostgresReadModels } from '../../../../libs/read-models/index.js';
import { PostgresVault } from '../../../../libs/vault-postgres/index.js';
import { BlindIndex, type Vault } from '../../../../libs/vault/index.js';
import { openLog } from '../../../api/src/open-log.js';
import { connectionsHere } from './database.js';
import { type Run, runningInstance } from './run-file.js';

/** The instance that a command works beside, with the connections that it needs. */
export interface Instance<P extends Part = 'api' | 'keys'> {
  /** What the one on this machine says of itself; undefined where the database is the user's and none runs here. */
  readonly run: Run | undefined;
  readonly configuration: Configuration;
  readonly connections: Pick<Connections, P>;
}

/** What the ports are opened with. */
export const PORTS_NEED = ['api', 'keys'] as const;

/** The running instance, or the one whose database DATABASE_URL names. Rejects where there is none, or where it is still starting. */
export async function runningHere<P extends Part>(environment: NodeJS.ProcessEnv, parts: readonly P[]): Promise<Instance<P>> {
  const home = homeOf(environment);
  const run = runningInstance(home);
  // Before the configuration is read: that would make a master key where there is nothing.
  if (run?.address === undefined && !namesDatabase(environment)) throw new Error(`no instance runs on ${home}: npm start`);
  const configuration = readConfiguration(environment);
  return { run, configuration, connections: await connectionsHere(configuration, parts) };
}

const namesDatabase = (environment: NodeJS.ProcessEnv): boolean => `${environment['DATABASE_URL'] ?? ''}${environment['DATABASE_URL_FILE'] ?? ''}` !== '';

/** What a use case on the server itself needs. */
export interface Ports {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly digests: PageDigests;
  readonly vault: Vault;
  readonly index: BlindIndex;
  readonly names: Names;
  readonly ledger: Ledger;
  readonly institutions: Institutions;
  readonly clock: Clock;
}

/** What of the configuration the ports are opened with. */
export type Keyed = Pick<Configuration, 'masterKey' | 'kurrentdb'>;

/** Opens the ports for as long as `work` takes. */
export async function withPorts<T>({ masterKey: { bytes: masterKey }, kurrentdb }: Keyed, connections: Pick<Connections, 'api' | 'keys'>, work: (ports: Ports) => Promise<T>): Promise<T> {
  const vault = await PostgresVault.open(connections.keys, masterKey);
  const store = await openLog({ kurrentdb, connection: connections.api }).catch(async (error: unknown) => {
    await vault.close();
    throw error;
  });
  const pool = new Pool({ ...connections.api, max: 2 });
  const [index, clock] = [new BlindIndex(masterKey), new SystemClock()];
  const names = new Names(index);
  const ledger = new Ledger(store, vault, names);
  const institutions = new Institutions(ledger, clock, names, index);
  const digests = store.isGapless() ? new PostgresPageDigests(pool, index) : new NoDigests();
  try {
    return await work({ store, readModels: new PostgresReadModels(pool), digests, vault, index, names, ledger, institutions, clock });
  } finally {
    await Promise.all([store.close(), vault.close(), pool.end()]);
  }
}
