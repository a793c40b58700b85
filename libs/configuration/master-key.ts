import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from '../durable/index.js';
import { ConfigurationError } from './problem.js';
import { type Environment, form, type Variables } from './variables.js';

/** The key that wraps all others and makes keyed names, and where it came from. */
export interface MasterKeySource {
  readonly bytes: Uint8Array;
  readonly from: 'variable' | 'file';
}

const HEX_256 = /^[0-9a-fA-F]{64}$/;
const DIGITS = '64 hex digits: 256 random bits';
/** A folder with this file has data, or had: a new key would open none of it. A first start makes the key before. */
const DATA_MARK = 'postgres.secrets.json';

/** The file of a generated master key. */
export const masterKeyFile = (home: string): string => join(home, 'master.key');

/** Whether a variable gives one, or it is in the home. Makes none. */
export const hasMasterKey = ({ XINMA_MASTER_KEY = '', XINMA_MASTER_KEY_FILE = '' }: Environment, home: string): boolean =>
  `${XINMA_MASTER_KEY}${XINMA_MASTER_KEY_FILE}` !== '' || existsSync(masterKeyFile(home));

/** The same variables with some key that is nobody's: what else they say can be read, and no key is made. */
export const withSomeKey = (environment: Environment): Environment => ({ ...environment, XINMA_MASTER_KEY: '0'.repeat(64), XINMA_MASTER_KEY_FILE: '' });

/** Reads the master key from its variable, else from its file, which is made where it is missing and nothing else is wrong. */
export function readMasterKey(variables: Variables, home: string, production: boolean): (() => MasterKeySource) | undefined {
  if (production || variables.has('XINMA_MASTER_KEY')) {
    const hex = variables.required('XINMA_MASTER_KEY', form(HEX_256), production ? `${DIGITS}, kept apart from the data: a generated key is for development` : DIGITS);
    return hex === undefined ? undefined : () => ({ bytes: Buffer.from(hex, 'hex'), from: 'variable' });
  }
  const file = masterKeyFile(home);
  const trouble = troubleWith(file);
  if (trouble !== undefined) variables.wrong('XINMA_HOME', `a folder whose master.key ${trouble}`);
  return () => ({ bytes: existsSync(file) ? kept(file) : generate(file), from: 'file' });
}

function troubleWith(file: string): string | undefined {
  if (!existsSync(file)) return existsSync(join(dirname(file), DATA_MARK)) ? 'is there: its data was sealed under one' : undefined;
  // Windows has no such modes.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) return 'only its owner can read (chmod 600)';
  return HEX_256.test(readFileSync(file, 'utf8').trim()) ? undefined : `holds ${DIGITS}`;
}

const kept = (file: string): Uint8Array => Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');

function generate(file: string): Uint8Array {
  const bytes = randomBytes(32);
  mkdirSync(dirname(file), { recursive: true, mode: 0o711 });
  const whole = `${file}.${randomBytes(4).toString('hex')}`;
  writeFileSync(whole, `${bytes.toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    // Whole or not at all: half of one, left by a start that was killed, would be refused for ever. Never over one that somebody else made meanwhile.
    linkSync(whole, file);
    // What PostgreSQL acknowledges is on the disk: the key that it was sealed under has to be there before.
    syncFolder(dirname(file));
    return bytes;
  } catch (error) {
    if (existsSync(file)) return kept(file);
    throw new ConfigurationError([{ variable: 'XINMA_HOME', expected: `a folder on a disk, whose files can have hard links; most cards, sticks and shares know none (${error instanceof Error ? error.message : 'failed'})` }]);
  } finally {
    rmSync(whole, { force: true });
  }
}
