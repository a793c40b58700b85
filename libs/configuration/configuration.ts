import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type DatabaseConfiguration, readDatabase, SECRETS } from './database.js';
import { type EventStoreName, type KurrentConfiguration, readEventStore } from './kurrentdb.js';
import { type MasterKeySource, readMasterKey } from './master-key.js';
import { type OidcConfiguration, readOidc } from './oidc.js';
import { ConfigurationError } from './problem.js';
import { type Environment, form, oneOf, Variables, whole } from './variables.js';

/** Everything that can be set from outside, read once at start and frozen. */
export interface Configuration {
  readonly production: boolean;
  /** The instance's folder, absolute. */
  readonly home: string;
  readonly host: string;
  /** Undefined: 3000, or another free one. */
  readonly port: number | undefined;
  readonly logLevel: LogLevel;
  readonly eventStore: EventStoreName;
  /** Where the log is, if it is in KurrentDB. */
  readonly kurrentdb: KurrentConfiguration | undefined;
  /** A PostgreSQL of the user's. Undefined: the embedded one. */
  readonly database: DatabaseConfiguration | undefined;
  readonly masterKey: MasterKeySource;
  /** Undefined: the development issuer. */
  readonly oidc: OidcConfiguration | undefined;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The instance's folder: what commands that need nothing else ask for. */
export function homeOf(environment: Environment): string {
  const set = environment['XINMA_HOME'] ?? '';
  return resolve(set === '' ? '.xinma' : set);
}

/** File systems that the kernel makes up (proc, sysfs, cgroup; Linux's numbers for them): they seem to take folders, and making one there may never end. */
const KERNELS: ReadonlySet<number> = new Set([0x9fa0, 0x62656572, 0x63677270, 0x27e0eb]);

/** Whether a folder is there, or can be made, and can be written. */
export function isWritable(folder: string): boolean {
  if (!existsSync(folder)) return isWritable(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory() && !KERNELS.has(statfsSync(folder).type);
  } catch {
    return false;
  }
}

/** What whoever opens nothing and answers nobody has to know: a process that migrates or feeds read models holds no key. */
export type Places = Pick<Configuration, 'production' | 'home' | 'database' | 'kurrentdb'>;

/** Reads just that. Throws `ConfigurationError`. */
export function readPlaces(environment: Environment): Places {
  const variables = new Variables(environment, SECRETS);
  const places = { production: readMode(variables), home: homeOf(environment), database: readDatabase(variables), kurrentdb: readEventStore(variables).kurrentdb };
  if (variables.problems.length > 0) throw new ConfigurationError(variables.problems);
  return Object.freeze(places);
}

const readMode = (variables: Variables): boolean =>
  variables.optional('NODE_ENV', oneOf('production', 'development', 'test'), 'production, development or test') === 'production';

/** Reads the whole configuration. Throws `ConfigurationError` with every problem; then nothing was made or changed. */
export function readConfiguration(environment: Environment): Configuration {
  const variables = new Variables(environment, SECRETS);
  const production = readMode(variables);
  const home = homeOf(environment);
  if (!isWritable(home)) variables.wrong('XINMA_HOME', 'a folder that can be written, or one that can be made');
  const read = {
    host: variables.optional('HOST', form(/^[A-Za-z0-9:._-]{1,253}$/), 'a host name or an IP address to listen on') ?? '127.0.0.1',
    port: variables.optional('PORT', whole(0, 65_535), 'a port number, 1-65535, or 0 for any free one'),
    logLevel: variables.optional('LOG_LEVEL', oneOf(...LOG_LEVELS), `one of ${LOG_LEVELS.join(', ')}`) ?? 'info',
    ...readEventStore(variables),
    database: readDatabase(variables),
    oidc: readOidc(variables, production),
  };
  const masterKey = readMasterKey(variables, home, production);
  if (variables.problems.length > 0 || masterKey === undefined) throw new ConfigurationError(variables.problems);
  return Object.freeze({ production, home, ...read, masterKey: masterKey() });
}
