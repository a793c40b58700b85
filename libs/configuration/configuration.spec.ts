import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Configuration, homeOf, readConfiguration } from './configuration.js';
import { ConfigurationError } from './problem.js';
import { assertDurable } from './production.js';
import type { Environment } from './variables.js';

const KEY = 'a1'.repeat(32);
const ISSUER = { OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'xinma', OIDC_ACR_MAX: 'al2' };
const PRODUCTION = { NODE_ENV: 'production', XINMA_MASTER_KEY: KEY, ...ISSUER };

describe('The configuration', () => {
  let home: string;
  const read = (environment: Environment): Configuration => readConfiguration({ XINMA_HOME: home, ...environment });
  const wrong = (environment: Environment): readonly string[] => {
    try {
      read(environment);
      return [];
    } catch (error) {
      if (error instanceof ConfigurationError) return error.problems.map((problem) => problem.variable);
      throw error;
    }
  };

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'xinma-home-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  it('needs nothing to be set', () => {
    const found = read({});
    expect(found.database).toBeUndefined();
    expect(found).toMatchObject({ production: false, home, host: '127.0.0.1', port: undefined, logLevel: 'info', eventStore: 'postgres', oidc: undefined });
    expect(Object.isFrozen(found)).toBe(true);
  });

  it.each<[string, Environment, readonly string[]]>([
    ['a port that is a word', { PORT: 'http' }, ['PORT']],
    ['a port past the last', { PORT: '65536' }, ['PORT']],
    ['a port with a sign', { PORT: '-1' }, ['PORT']],
    ['a port in hex', { PORT: '0x10' }, ['PORT']],
    ['a port that is empty: not set', { PORT: '' }, []],
    ['a host that is an address', { HOST: 'http://a/' }, ['HOST']],
    ['a level nobody logs at', { LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
    ['a mode nobody knows', { NODE_ENV: 'prod' }, ['NODE_ENV']],
    ['a store that is not built', { EVENT_STORE: 'memory' }, ['EVENT_STORE']],
    ['a KurrentDB, by loopback', { EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb://127.0.0.1:2113?tls=false' }, []],
    ['a KurrentDB of three nodes over TLS', { EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'esdb://api:p%40ss@a.example:2113,b.example:2113,c.example' }, []],
    ['a KurrentDB by one name', { EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb+discover://api:pass@cluster.example' }, []],
    ['a KurrentDB that is nowhere', { EVENT_STORE: 'kurrentdb' }, ['KURRENTDB_URL']],
    ['a KurrentDB that is not asked for', { KURRENTDB_URL: 'kurrentdb://127.0.0.1?tls=false' }, ['EVENT_STORE']],
    ['a KurrentDB without TLS on another machine', { EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb://127.0.0.1,10.0.0.5?tls=false' }, ['KURRENTDB_URL']],
    ['a KurrentDB over TLS as nobody', { EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb://db.example' }, ['KURRENTDB_URL']],
    ['a KurrentDB over TLS by the address of a node', { EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb://api:pass@a.example,10.0.0.5' }, ['KURRENTDB_URL']],
    ['a KurrentDB over TLS by the long address of a node', { EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb://api:pass@[fd00::5]:2113' }, ['KURRENTDB_URL']],
    ['a KurrentDB whose user would be ignored', { EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb://api:pass@localhost?tls=false' }, ['KURRENTDB_URL']],
    ['a KurrentDB with an option that would be ignored', { EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb://localhost?tls=false&nodePreference=follower' }, ['KURRENTDB_URL']],
    ['a KurrentDB at no port', { EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb://localhost:70000?tls=false' }, ['KURRENTDB_URL']],
    ['a KurrentDB by two names', { EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb+discover://api:pass@a.example,b.example' }, ['KURRENTDB_URL']],
    ['a KurrentDB with a percent sign that encodes nothing', { EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb://api:%zz@a.example' }, ['KURRENTDB_URL']],
    ['a KurrentDB whose certificates are nowhere', { EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb://api:pass@a.example?tlsCaFile=/nowhere.pem' }, ['KURRENTDB_URL']],
    ['a short master key', { XINMA_MASTER_KEY: 'a1' }, ['XINMA_MASTER_KEY']],
    ['a master key that is no hex', { XINMA_MASTER_KEY: 'g1'.repeat(32) }, ['XINMA_MASTER_KEY']],
    ['an issuer without the rest', { OIDC_ISSUER: 'https://id.example' }, ['OIDC_AUDIENCE', 'OIDC_ACR_MAX']],
    ['the rest without an issuer', { OIDC_AUDIENCE: 'xinma' }, ['OIDC_ISSUER']],
    ['an issuer that is no address', { ...ISSUER, OIDC_ISSUER: 'id.example' }, ['OIDC_ISSUER']],
    ['an issuer with a query', { ...ISSUER, OIDC_ISSUER: 'https://id.example/?a=1' }, ['OIDC_ISSUER']],
    ['an issuer without TLS, in development', { ...ISSUER, OIDC_ISSUER: 'http://127.0.0.1:9' }, []],
    ['a level that no issuer has', { ...ISSUER, OIDC_ACR_MAX: 'al4' }, ['OIDC_ACR_MAX']],
    ['levels that are no JSON', { ...ISSUER, OIDC_ACR_MAP: 'al1' }, ['OIDC_ACR_MAP']],
    ['levels that are worth nothing here', { ...ISSUER, OIDC_ACR_MAP: '{"urn:mfa":"high"}' }, ['OIDC_ACR_MAP']],
    ['levels as they should be', { ...ISSUER, OIDC_ACR_MAP: '{"urn:mfa":"al2"}' }, []],
    ['keys at no address', { ...ISSUER, OIDC_JWKS_URI: 'keys' }, ['OIDC_JWKS_URI']],
    ['userinfo at no address', { ...ISSUER, OIDC_USERINFO_URI: 'ftp://id.example' }, ['OIDC_USERINFO_URI']],
    ['all of it at once', { PORT: 'x', HOST: ' ', LOG_LEVEL: 'x', EVENT_STORE: 'x', XINMA_MASTER_KEY: 'x' }, ['HOST', 'PORT', 'LOG_LEVEL', 'EVENT_STORE', 'XINMA_MASTER_KEY']],
    ['a database of one’s own, by a socket', { DATABASE_URL: 'postgresql:///xinma?host=/run/postgresql' }, []],
    ['a database on another machine: TLS without being asked', { DATABASE_URL: 'postgres://xinma_owner:p%40ss@db.example/xinma' }, []],
    ['a database by loopback', { DATABASE_URL: 'postgresql://127.0.0.1:5433/xinma', DATABASE_KEYS_URL: 'postgresql://[::1]/keys' }, []],
    ['a database that is none', { DATABASE_URL: 'mysql://db.example/xinma' }, ['DATABASE_URL']],
    ['a database without a name', { DATABASE_URL: 'postgresql://db.example' }, ['DATABASE_URL']],
    ['a database as somebody else', { DATABASE_URL: 'postgresql://postgres:p@localhost/xinma' }, ['DATABASE_URL']],
    ['a database at no port', { DATABASE_URL: 'postgresql:///xinma?host=/run/postgresql&port=99999' }, ['DATABASE_URL']],
    ['a database at the last port', { DATABASE_URL: 'postgresql:///xinma?host=/run/postgresql&port=65535' }, []],
    ['a database with an option that would be ignored', { DATABASE_URL: 'postgresql://localhost/xinma?options=-csynchronous_commit%3Doff' }, ['DATABASE_URL']],
    ['a database with a percent sign that encodes nothing', { DATABASE_URL: 'postgresql://:%zz@localhost/xinma' }, ['DATABASE_URL']],
    ['a remote database without TLS', { DATABASE_URL: 'postgresql://10.0.0.5/xinma?sslmode=disable' }, ['DATABASE_URL']],
    ['keys on a remote server without verified TLS', { DATABASE_URL: 'postgresql://localhost/xinma', DATABASE_KEYS_URL: 'postgresql://10.0.0.5/keys?sslmode=require' }, ['DATABASE_KEYS_URL']],
    ['a name that only begins like loopback', { DATABASE_URL: 'postgresql://127.0.0.1.example/xinma?sslmode=disable' }, ['DATABASE_URL']],
    ['TLS on a socket', { DATABASE_URL: 'postgresql:///xinma?host=/run/postgresql&sslmode=verify-full' }, ['DATABASE_URL']],
    ['certificates that are nowhere', { DATABASE_URL: 'postgresql://db.example/xinma?sslrootcert=/nowhere.pem' }, ['DATABASE_URL']],
    ['a role’s password without a database', { DATABASE_API_PASSWORD: 'secret' }, ['DATABASE_URL']],
    ['a secret in no file', { DATABASE_URL_FILE: '/nowhere' }, ['DATABASE_URL_FILE']],
    ['a secret given twice', { XINMA_MASTER_KEY: KEY, XINMA_MASTER_KEY_FILE: '/dev/null' }, ['XINMA_MASTER_KEY_FILE', 'XINMA_MASTER_KEY_FILE']],
    ['production, complete', PRODUCTION, []],
    ['production with the development issuer and a generated master key', { NODE_ENV: 'production' }, ['OIDC_ISSUER', 'XINMA_MASTER_KEY']],
    ['production with an issuer without TLS', { ...PRODUCTION, OIDC_ISSUER: 'http://id.example' }, ['OIDC_ISSUER']],
    ['production with keys fetched without TLS', { ...PRODUCTION, OIDC_JWKS_URI: 'http://id.example/keys' }, ['OIDC_JWKS_URI']],
  ])('names %s', (_, environment, variables) => {
    expect(wrong(environment)).toEqual(variables);
  });

  it('takes a place and the passwords, the owner’s also from the address, secrets also from files', () => {
    writeFileSync(join(home, 'secret'), 'it is long\n');
    writeFileSync(join(home, 'key'), `${KEY}\n`);
    const { database, masterKey } = read({
      DATABASE_URL: 'postgresql://xinma_owner:p%40ss@db.example:6432/xinma',
      DATABASE_API_PASSWORD_FILE: join(home, 'secret'),
      XINMA_MASTER_KEY_FILE: join(home, 'key'),
    });
    const log = { host: 'db.example', port: 6432, database: 'xinma', tls: { ca: undefined } };
    expect(database).toEqual({ log, keys: { ...log, database: 'xinma_keys' }, passwords: { owner: 'p@ss', api: 'it is long' } });
    expect([masterKey.from, Buffer.from(masterKey.bytes).toString('hex')]).toEqual(['variable', KEY]);
  });

  it('takes the nodes of a cluster, and who asks them', () => {
    const { eventStore, kurrentdb } = read({ EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'kurrentdb://xinma-api:p%40ss@a.example:2114,b.example' });
    const nodes = [{ address: 'a.example', port: 2114 }, { address: 'b.example', port: 2113 }];
    expect([eventStore, kurrentdb]).toEqual(['kurrentdb', { nodes, discover: false, tls: { ca: undefined }, user: { username: 'xinma-api', password: 'p@ss' } }]);
  });

  it('says what a variable should be, and never what it was', () => {
    expect(() => read({ XINMA_MASTER_KEY: 'secret-that-is-wrong' })).toThrow('the configuration is wrong:\n  XINMA_MASTER_KEY must be 64 hex digits: 256 random bits');
  });

  it('generates a master key that only its owner can read, once', () => {
    const made = read({}).masterKey;
    expect([made.from, made.bytes.length, statSync(join(home, 'master.key')).mode & 0o777]).toEqual(['file', 32, 0o600]);
    expect(read({}).masterKey).toEqual(made);
    expect(readFileSync(join(home, 'master.key'), 'utf8')).toBe(`${Buffer.from(made.bytes).toString('hex')}\n`);
    expect(readdirSync(home)).toEqual(['master.key']);
  });

  it('makes nothing where something is wrong, or a master key is given', () => {
    expect(wrong({ PORT: 'x' })).toEqual(['PORT']);
    expect(read({ XINMA_MASTER_KEY: KEY }).masterKey.from).toBe('variable');
    expect(existsSync(join(home, 'master.key'))).toBe(false);
  });

  it('refuses a master key that others can read, or that is cut', () => {
    writeFileSync(join(home, 'master.key'), KEY, { mode: 0o600 });
    chmodSync(join(home, 'master.key'), 0o644);
    expect(wrong({})).toEqual(['XINMA_HOME']);
    chmodSync(join(home, 'master.key'), 0o600);
    expect(wrong({})).toEqual([]);
    writeFileSync(join(home, 'master.key'), KEY.slice(1));
    expect(wrong({})).toEqual(['XINMA_HOME']);
  });

  it('takes an empty home for a missing one, and names one that can be no folder', () => {
    expect(homeOf({ XINMA_HOME: '' })).toBe(homeOf({}));
    writeFileSync(join(home, 'file'), '');
    expect(wrong({ XINMA_HOME: join(home, 'file') })).toEqual(['XINMA_HOME']);
    expect(wrong({ XINMA_HOME: join(home, 'file', 'below') })).toEqual(['XINMA_HOME']);
    // What the kernel makes up, where there is any.
    const kernels = existsSync('/proc/self') ? '/proc/xinma/home' : join(home, 'file', 'home');
    expect(wrong({ XINMA_HOME: kernels })).toEqual(['XINMA_HOME']);
  });

  it('makes no new master key beside data that was sealed under another', () => {
    writeFileSync(join(home, 'postgres.secrets.json'), '{}');
    expect(wrong({})).toEqual(['XINMA_HOME']);
    expect(existsSync(join(home, 'master.key'))).toBe(false);
  });

  it('refuses, in production, a server that may lose what was acknowledged', () => {
    const sound = { fsync: 'on', synchronousCommit: 'on', fullPageWrites: 'on' };
    const refused = (change: object): string => {
      try {
        assertDurable(true, { ...sound, ...change });
        return 'taken';
      } catch (error) {
        return String(error);
      }
    };
    expect(refused({})).toBe('taken');
    expect(refused({ fsync: 'off' })).toContain('fsync (PostgreSQL) must be on');
    expect(refused({ synchronousCommit: 'off' })).toContain('synchronous_commit (PostgreSQL) must be on');
    expect(() => assertDurable(false, { ...sound, fsync: 'off' })).not.toThrow();
  });
});
