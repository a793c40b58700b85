import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeFolder, reachableBinaries, serverAccount } from './account.js';
import { findBinaries } from './binaries.js';
import { connect, type Connection, type Connections, connections, DATABASES, type DatabaseNames } from './connections.js';
import { placeOf, whereDataIs } from './folder.js';
import { dropDatabases, makeRolesAndDatabases } from './roles.js';
import { makeSecrets, readSecrets, type Secrets } from './secrets.js';
import { type ServerNotice, Supervisor } from './supervisor.js';
import { type Ground, initialise, isInitialised, socketOf, startServer, stopServer } from './server.js';

/** What a cluster needs: a folder for its data, beside which `<folder>.secrets.json` and `<folder>.log` are kept. */
export interface ClusterOptions {
  readonly folder: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Called once, as soon as the server's process was made, with how its databases are reached later, once there are any. */
  readonly launched?: ((expected: Connections) => void) | undefined;
  /** Given, a server that ends by itself is started again on the same socket, and this is told. */
  readonly supervised?: (notice: ServerNotice) => void;
}

/** A PostgreSQL server that runs on a data folder, reached through a Unix socket by passwords of its own. */
export class Cluster {
  private constructor(
    /** Where the data is: the folder asked for, or one that the server's system user can reach. */
    readonly folder: string,
    private readonly socket: string,
    private readonly secrets: Secrets,
    private readonly supervisor?: Supervisor,
  ) {}

  /** Makes the cluster where there is none, ends a server that outlived its killed parent, starts. */
  static async start(options: ClusterOptions): Promise<Cluster> {
    const asked = resolve(options.folder);
    mkdirSync(dirname(asked), { recursive: true, mode: 0o711 });
    const account = serverAccount();
    const folder = makeFolder(account, placeOf(account, asked));
    const ground: Ground = { account, folder, log: `${asked}.log`, settings: options.settings ?? {}, binaries: reachableBinaries(account, await findBinaries()) };
    const secrets = await secretsFor(ground, `${asked}.secrets.json`);
    const started = await startServer(ground, (socket) => options.launched?.(connections(socket, secrets, DATABASES)));
    const supervisor = options.supervised === undefined ? undefined : new Supervisor(ground, options.supervised);
    supervisor?.watch(started);
    return new Cluster(folder, started.socket, secrets, supervisor);
  }

  /** The cluster that another process runs on this folder; undefined where none does. */
  static running(options: ClusterOptions): Cluster | undefined {
    const folder = whereDataIs(options.folder);
    const secrets = readSecrets(`${resolve(options.folder)}.secrets.json`);
    const socket = folder === undefined ? undefined : socketOf(folder);
    return folder === undefined || secrets === undefined || socket === undefined ? undefined : new Cluster(folder, socket, secrets);
  }

  /** Makes the roles and the two databases where they are missing; tables come from `migrate`. */
  async prepare(names: DatabaseNames = DATABASES): Promise<Connections> {
    await makeRolesAndDatabases(this.superuser(), this.secrets, names);
    return this.connections(names);
  }

  /** Removes two databases. */
  drop(names: DatabaseNames): Promise<void> {
    return dropDatabases(this.superuser(), names);
  }

  /** How each part of the system reaches its database. */
  connections(names: DatabaseNames = DATABASES): Connections {
    return connections(this.socket, this.secrets, names);
  }

  /** The superuser's connection: for the runtime and for tests that look at everything. */
  superuser(database = 'postgres'): Connection {
    return connect(this.socket, this.secrets, 'postgres', database);
  }

  /** Ends the server, with a checkpoint. */
  async stop(): Promise<void> {
    await this.supervisor?.stop();
    await stopServer(this.folder);
  }
}

async function secretsFor(ground: Ground, file: string): Promise<Secrets> {
  const kept = readSecrets(file);
  if (isInitialised(ground.folder)) {
    if (kept === undefined) throw new Error(`${join(ground.folder, 'data')} has data, but its passwords are missing: restore ${file}`);
    return kept;
  }
  const secrets = kept ?? makeSecrets(file);
  await initialise(ground, secrets.postgres);
  return secrets;
}
