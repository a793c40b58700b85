import { Pool } from 'pg';
import { Ledger } from '../../../../libs/application/ledger/index.js';
import { Names } from '../../../../libs/application/names.js';
import { type Clock, type ReadModels, SystemClock } from '../../../../libs/application/ports/index.js';
import { type Configuration, homeOf, readConfiguration } from '../../../../libs/configuration/index.js';
import { Cluster, type Connections } from '../../../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../../../libs/event-store-postgres/index.js';
import type { EventStore } from '../../../../libs/event-store/index.js';
import { PostgresReadModels } from '../../../../libs/read-models/index.js';
import { PostgresVault } from '../../../../libs/vault-postgres/index.js';
import { BlindIndex, type Vault } from '../../../../libs/vault/index.js';
import { type Run, runningInstance } from './run-file.js';

/** The instance that a command on this machine works beside. */
export interface Instance {
  readonly run: Run;
  readonly configuration: Configuration;
  readonly connections: Connections;
}

/** Where an instance keeps its server's data. */
export const clusterFolder = (home: string): string => `${home}/postgres`;

/** The database that runs on this home. Throws where none does. */
export function databaseHere({ home }: Configuration): Connections {
  const cluster = Cluster.running({ folder: clusterFolder(home) });
  if (cluster === undefined) throw new Error(`no instance runs on ${home}: npm start`);
  return cluster.connections();
}

/** The running instance. Throws where there is none, or where it is still starting. */
export function runningHere(environment: NodeJS.ProcessEnv): Instance {
  const home = homeOf(environment);
  const run = runningInstance(home);
  // Before the configuration is read: that would make a master key where there is nothing.
  if (run?.address === undefined) throw new Error(`no instance runs on ${home}: npm start`);
  const configuration = readConfiguration(environment);
  return { run, configuration, connections: databaseHere(configuration) };
}

/** What a use case on the server itself needs. */
export interface Ports {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly vault: Vault;
  readonly index: BlindIndex;
  readonly names: Names;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** Opens the ports for as long as `work` takes. */
export async function withPorts<T>(masterKey: Uint8Array, connections: Connections, work: (ports: Ports) => Promise<T>): Promise<T> {
  const vault = await PostgresVault.open(connections.keys, masterKey);
  const store = new PostgresEventStore({ connection: connections.api });
  const pool = new Pool({ ...connections.api, max: 2 });
  const index = new BlindIndex(masterKey);
  try {
    return await work({ store, readModels: new PostgresReadModels(pool), vault, index, names: new Names(index), ledger: new Ledger(store, vault), clock: new SystemClock() });
  } finally {
    await Promise.all([store.close(), vault.close(), pool.end()]);
  }
}
