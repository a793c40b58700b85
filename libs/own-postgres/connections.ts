import { isIP } from 'node:net';
import { ConfigurationError, DATABASE_PASSWORDS, type DatabaseConfiguration, type DatabasePlace, type DatabaseRole } from '../configuration/index.js';
import type { Connection, Connections, Tls } from '../embedded-postgres/connections.js';

/** A part of the system that reaches a database as a role of its own. */
export type Part = keyof Connections;

const PARTS: Readonly<Record<Part, { readonly role: DatabaseRole; readonly at: 'log' | 'keys' }>> = {
  owner: { role: 'owner', at: 'log' },
  api: { role: 'api', at: 'log' },
  projector: { role: 'projector', at: 'log' },
  keysOwner: { role: 'owner', at: 'keys' },
  keys: { role: 'keys', at: 'keys' },
};

/** Whether this process holds the password that a part needs. */
export const holds = ({ passwords }: DatabaseConfiguration, part: Part): boolean => passwords[PARTS[part].role] !== undefined;

/** How these parts reach the user's server. Throws `ConfigurationError`, naming each password that is missing. */
export function ownConnections<P extends Part>(configuration: DatabaseConfiguration, parts: readonly P[]): Pick<Connections, P> {
  const missing = new Set(parts.filter((part) => !holds(configuration, part)).map((part) => PARTS[part].role));
  if (missing.size > 0) throw new ConfigurationError([...missing].map((role) => ({ variable: DATABASE_PASSWORDS[role], expected: `the password of xinma_${role}, which this command needs` })));
  return Object.fromEntries(parts.map((part) => [part, connection(configuration, part)])) as Pick<Connections, P>;
}

/**
 * What our sessions rely on, whatever the server, the database or the role has by default: how times are written that we read, that each statement sees what was
 * committed before it, that a backslash is one, that NULL in a list is none, and that a session which waits is not ended: a projector's turn is its session's. Nor is
 * a statement that takes long, as those of a rebuild, a restore and a migration do of a large log: where somebody waits for an answer, they say for how long.
 */
const RELIED_ON = ['DateStyle=ISO', 'default_transaction_isolation=read\\ committed', 'standard_conforming_strings=on', 'array_nulls=on'];
const NOT_CUT_SHORT = ['statement_timeout', 'lock_timeout', 'idle_session_timeout', 'idle_in_transaction_session_timeout'].map((name) => `${name}=0`);
const OPTIONS = [...RELIED_ON, ...NOT_CUT_SHORT].map((setting) => `-c ${setting}`).join(' ');

function connection({ passwords, ...places }: DatabaseConfiguration, part: Part): Connection {
  const { role, at } = PARTS[part];
  const { host, port, database } = places[at];
  return { host, port, database, user: `xinma_${role}`, password: passwords[role] ?? '', ssl: sslOf(places[at]), options: OPTIONS };
}

/** The name that the certificate must carry is always said: for an address without a name the runtime would compare with `localhost`. */
function sslOf({ host, tls }: DatabasePlace): Tls | false {
  if (tls === undefined) return false;
  const name = isIP(host) === 0 ? { servername: host } : { host };
  return { ...name, ...(tls.ca === undefined ? {} : { ca: tls.ca }), rejectUnauthorized: true, minVersion: 'TLSv1.2' };
}
