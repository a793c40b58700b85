import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { makeFolder, reachableBinaries, serverAccount } from './account.js';
import { findBinaries } from './binaries.js';
import { connect, type Connection, type Connections, connections, DATABASES, type DatabaseNames } from './connections.js';
import { keptSecrets, placeOf, whereDataIs } from './folder.js';
import { setsAt } from './migrate.js';
import { dropDatabases, hasRolesAndDatabases, makeRolesAndDatabases, withClient } from './roles.js';
import { hasAll } from './schema-state.js';
import type { Sessions } from './sessions.js';
import { makeSecrets, readSecrets, type Secrets, secretsFile } from './secrets.js';
import { type ServerNotice, Supervisor } from './supervisor.js';
import { begin, forgetBeginning, type Ground, initialise, socketOf, startServer, stopServer } from './server.js';

/** What a cluster needs: a folder for its data, beside which `<folder>.secrets.json` and `<folder>.log` are kept. */
export interface ClusterOptions {
  readonly folder: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Given, a server that ends by itself is started again on the same socket, and this is told. */
  readonly supervised?: (notice: ServerNotice) => void;
}

interface Launched {
  readonly up: Promise<void>;
  readonly supervisor: Supervisor | undefined;
}

/** A PostgreSQL server that runs on a data folder, reached through a Unix socket by passwords of its own. */
export class Cluster {
  private constructor(
    /** Where the data is: the folder asked for, or one that the server's system user can reach. */
    readonly folder: string,
    private readonly socket: string,
    private readonly secrets: Secrets,
    private readonly launched?: Launched,
  ) {}

  /** Makes the cluster where there is none, ends a server that outlived its killed parent, starts. */
  static async start(options: ClusterOptions): Promise<Cluster> {
    const cluster = await Cluster.launch(options);
    await cluster.up();
    return cluster;
  }

  /** The same, but answers as soon as the server's process is made: `up` tells when it takes connections. */
  static async launch({ folder: asked, settings = {}, supervised }: ClusterOptions): Promise<Cluster> {
    const wanted = resolve(asked);
    mkdirSync(dirname(wanted), { recursive: true, mode: 0o711 });
    const account = serverAccount();
    const kept = keptSecrets(wanted);
    const folder = makeFolder(account, placeOf(account, wanted));
    // Beside data it would say, once that is gone, that there was none yet.
    if (kept !== undefined) forgetBeginning(folder);
    const ground: Ground = { account, folder, log: `${wanted}.log`, settings, binaries: reachableBinaries(account, await findBinaries()) };
    const secrets = kept ?? (await begun(ground, secretsFile(wanted)));
    const made = Promise.withResolvers<string>();
    const started = startServer(ground, made.resolve);
    started.catch(made.reject);
    const supervisor = supervised === undefined ? undefined : new Supervisor(ground, supervised);
    const up = started.then((server) => supervisor?.watch(server));
    // It is heard of when it is waited for.
    up.catch(() => undefined);
    return new Cluster(folder, await made.promise, secrets, { up, supervisor });
  }

  /** Resolves once the server takes connections. Rejects where it does not start. */
  async up(): Promise<void> {
    await this.launched?.up;
  }

  /** The cluster that another process runs on this folder; undefined where none does. */
  static running(options: ClusterOptions): Cluster | undefined {
    const folder = whereDataIs(options.folder);
    const secrets = readSecrets(secretsFile(options.folder));
    const socket = folder === undefined ? undefined : socketOf(folder);
    return folder === undefined || secrets === undefined || socket === undefined ? undefined : new Cluster(folder, socket, secrets);
  }

  /** Whether roles, databases and schema are as this version makes them, seen through sessions of those who serve. Rejects where they can't look. */
  async isAsMade({ log, keys }: Pick<Sessions, 'log' | 'keys'>): Promise<boolean> {
    const logIs = hasRolesAndDatabases(log, DATABASES).then((made) => made && hasAll(log, setsAt('log')));
    const made = await Promise.all([logIs, hasAll(keys, setsAt('keys'))]);
    return made.every(Boolean);
  }

  /** Makes the roles and the two databases where they are missing; tables come from `migrate`. */
  async prepare(names: DatabaseNames = DATABASES): Promise<Connections> {
    await makeRolesAndDatabases(this.superuser(), this.secrets, names);
    return this.connections(names);
  }

  /** Whether roles and databases are as `prepare` makes them, seen by the superuser. */
  isPrepared(names: DatabaseNames = DATABASES): Promise<boolean> {
    return withClient(this.superuser(), (client) => hasRolesAndDatabases(client, names));
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
    await this.launched?.up.catch(() => undefined);
    await this.launched?.supervisor?.stop();
    await stopServer(this.folder);
  }
}

/** Makes passwords, and the cluster that they are for. A first start that was cut left some, perhaps: nobody used them. */
async function begun(ground: Ground, file: string): Promise<Secrets> {
  // Before the passwords: alone, they say that data is gone.
  begin(ground);
  const secrets = readSecrets(file) ?? makeSecrets(file);
  await initialise(ground, secrets.postgres);
  return secrets;
}
