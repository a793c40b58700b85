import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { type Parser, type Variables, whole } from './variables.js';

/** Roles whose passwords a process may hold, by the variable that each comes from. */
export const DATABASE_PASSWORDS = {
  owner: 'DATABASE_OWNER_PASSWORD',
  api: 'DATABASE_API_PASSWORD',
  projector: 'DATABASE_PROJECTOR_PASSWORD',
  keys: 'DATABASE_KEYS_PASSWORD',
} as const;
export type DatabaseRole = keyof typeof DATABASE_PASSWORDS;

/** Variables that may name a file instead, as `<variable>_FILE`: what a URL with a password, a password or a key is in. */
export const SECRETS = ['DATABASE_URL', 'DATABASE_KEYS_URL', 'KURRENTDB_URL', ...Object.values(DATABASE_PASSWORDS), 'XINMA_MASTER_KEY'] as const;

/** TLS with a certificate that names the host and is signed by one of `ca`, PEM; by the runtime's authorities where that is undefined. */
export interface Verified {
  readonly ca: string | undefined;
}

/** One database of a server of the user's. Without TLS only over loopback or a socket, whose folder `host` then is. */
export interface DatabasePlace {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly tls: Verified | undefined;
}

/** A PostgreSQL of the user's: where the log and the keys are, and the passwords of the roles that this process may be. */
export interface DatabaseConfiguration {
  readonly log: DatabasePlace;
  readonly keys: DatabasePlace;
  readonly passwords: Readonly<Partial<Record<DatabaseRole, string>>>;
}

interface Address extends Omit<DatabasePlace, 'tls'> {
  readonly password: string | undefined;
  readonly mode: string | null;
  readonly certificates: string | null;
}

const FORM =
  'postgresql://host:port/database (or postgresql:///database?host=/folder/of/the/socket), as xinma_owner or nobody, percent-encoded, with no parameters but host, port, sslmode and sslrootcert';
const TLS = 'one with sslmode=verify-full, or without sslmode: unless the server is reached by loopback or a socket, it must show a certificate that names its host';
const PARAMETERS = new Set(['host', 'port', 'sslmode', 'sslrootcert']);

const address: Parser<Address> = (text) => {
  const url = URL.parse(text);
  const known = url !== null && [...url.searchParams.keys()].every((name) => PARAMETERS.has(name));
  if (!known || !/^postgres(ql)?:$/.test(url.protocol) || !['', 'xinma_owner'].includes(url.username) || url.hash !== '') return undefined;
  try {
    return addressIn(url);
  } catch {
    // Percent signs that encode nothing.
    return undefined;
  }
};

function addressIn(url: URL): Address | undefined {
  const host = (url.searchParams.get('host') ?? decodeURIComponent(url.hostname)).replace(/^\[(.*)\]$/, '$1');
  const database = decodeURIComponent(url.pathname.slice(1));
  const { searchParams: asked } = url;
  const port = asked.get('port') ?? (url.port === '' ? '5432' : url.port);
  if (whole(1, 65_535)(port) === undefined || !/^(\/[^\0]*|[A-Za-z0-9._:-]+)$/.test(host) || !/^[A-Za-z0-9_-]{1,58}$/.test(database)) return undefined;
  const password = url.password === '' ? undefined : decodeURIComponent(url.password);
  return { host, port: Number(port), database, password, mode: asked.get('sslmode'), certificates: asked.get('sslrootcert') };
}

/** Bytes to this host don't leave the machine. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/** Adds TLS. Whatever is asked for that is neither verified TLS nor a way that stays on this machine is wrong. */
function placed(variables: Variables, variable: string, { host, port, database, mode, certificates }: Address): DatabasePlace {
  const { modes, expected } = tlsOn(host);
  const asked = mode ?? modes[0];
  if (asked === undefined || !modes.includes(asked)) variables.wrong(variable, expected);
  return { host, port, database, tls: asked === 'disable' ? undefined : { ca: authorities(variables, variable, certificates) } };
}

/** What `sslmode` may be for a host; the first where it isn't given. */
function tlsOn(host: string): { readonly modes: readonly string[]; readonly expected: string } {
  if (host.startsWith('/')) return { modes: ['disable'], expected: 'one without sslmode: there is no TLS on a socket' };
  if (isLoopback(host)) return { modes: ['disable', 'verify-full'], expected: 'one with sslmode=disable or sslmode=verify-full' };
  return { modes: ['verify-full'], expected: TLS };
}

/** Reads a file of certificates; undefined, and said, where there is none to be read. */
export function certificatesIn(variables: Variables, { variable, parameter, file }: { readonly variable: string; readonly parameter: string; readonly file: string }): string | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  } catch {
    // Said below.
  }
  variables.wrong(variable, `one whose ${parameter} is a file of certificates (PEM) that can be read`);
  return undefined;
}

const authorities = (variables: Variables, variable: string, file: string | null): string | undefined =>
  file === null || file === 'system' ? undefined : certificatesIn(variables, { variable, parameter: 'sslrootcert', file });

/** Reads where the user's server is; undefined where none is configured (the embedded one runs) or something is wrong. */
export function readDatabase(variables: Variables): DatabaseConfiguration | undefined {
  const names = Object.entries(DATABASE_PASSWORDS);
  if (!variables.has('DATABASE_URL')) {
    const set = ['DATABASE_KEYS_URL', ...names.map(([, name]) => name)].filter((name) => variables.has(name));
    if (set.length > 0) variables.wrong('DATABASE_URL', `${FORM}, because ${set.join(', ')} is set`);
    return undefined;
  }
  const log = variables.optional('DATABASE_URL', address, FORM);
  const apart = variables.optional('DATABASE_KEYS_URL', address, FORM);
  if (log === undefined) return undefined;
  const keys = apart ?? { ...log, database: `${log.database}_keys` };
  const passwords = names.flatMap(([role, name]) => {
    const password = variables.optional(name, (text) => text, 'a password') ?? (role === 'owner' ? log.password : undefined);
    return password === undefined ? [] : [[role, password] as const];
  });
  const at = placed(variables, 'DATABASE_URL', log);
  return { log: at, keys: apart === undefined ? { ...at, database: keys.database } : placed(variables, 'DATABASE_KEYS_URL', keys), passwords: Object.fromEntries(passwords) };
}
