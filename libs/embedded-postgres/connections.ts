import type { Role, Secrets } from './secrets.js';

/** How to reach one database as one role; what `pg` and TypeORM take. `host` may be a socket's folder. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** TLS; false or absent: none. */
  readonly ssl?: Tls | false;
  /** Settings that each session begins with, as the server takes them: `-c name=value`. */
  readonly options?: string;
}

/** TLS, with a certificate that names the server (`servername`, or `host` where that is an address) and is signed by one of `ca`, PEM. */
export interface Tls {
  readonly servername?: string;
  readonly host?: string;
  readonly ca?: string;
  readonly rejectUnauthorized: true;
  readonly minVersion: 'TLSv1.2';
}

/** The two databases of an instance: the log with its read models, and the keys. */
export interface DatabaseNames {
  readonly log: string;
  readonly keys: string;
}

/** The names of an instance's own databases. */
export const DATABASES: DatabaseNames = { log: 'xinma', keys: 'xinma_keys' };

/** One connection for each part of the system, with just its rights. */
export interface Connections {
  /** Owns and migrates the log's database. */
  readonly owner: Connection;
  readonly api: Connection;
  readonly projector: Connection;
  /** Owns and migrates the keys' database. */
  readonly keysOwner: Connection;
  readonly keys: Connection;
}

/** Names the file of the socket; no port is opened. */
const PORT = 5432;

/** A connection as a role. There is no TLS on a socket: left open, the environment (PGSSLMODE) would say, which is about other servers. */
export const connect = (socket: string, secrets: Secrets, role: Role, database: string): Connection => ({
  host: socket,
  port: PORT,
  user: role,
  password: secrets[role],
  database,
  ssl: false,
});

/** All connections to a pair of databases. */
export const connections = (socket: string, secrets: Secrets, names: DatabaseNames): Connections => ({
  owner: connect(socket, secrets, 'xinma_owner', names.log),
  api: connect(socket, secrets, 'xinma_api', names.log),
  projector: connect(socket, secrets, 'xinma_projector', names.log),
  keysOwner: connect(socket, secrets, 'xinma_owner', names.keys),
  keys: connect(socket, secrets, 'xinma_keys', names.keys),
});
