import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AUDIENCE, SecondIssuer } from '../../../kit/second-issuer.js';
import { Database, type Room } from './database.js';
import { Life } from './life.js';
import type { Older } from './older.js';
import { Proxy } from './proxy.js';
import { removeAfterUs } from './watch.js';

/** Zones of the two API processes and the projector; the database and whoever plays have others. */
const ZONES = ['Asia/Shanghai', 'America/St_Johns', 'Pacific/Apia'] as const;

/** How long it may take until everybody can decide again, in milliseconds. */
const SERVES_WITHIN = 240_000;

/** One API process, with a proxy before it and one between it and the database. */
export interface Api {
  readonly life: Life;
  readonly toClients: Proxy;
  readonly toDatabase: Proxy;
  /** Where clients find it, whichever life it is in. */
  readonly address: string;
}

/** What they all stand on. */
interface Ground {
  readonly home: string;
  readonly issuer: SecondIssuer;
  readonly database: Database;
  readonly masterKey: Uint8Array;
  readonly environment: Readonly<Record<string, string>>;
}

/** Two API processes, a projector and a PostgreSQL, each a real process started as an operator starts it, whatever becomes of them. */
export class Stage {
  private static readonly open = new Set<Stage>();
  readonly issuer: SecondIssuer;
  readonly database: Database;
  readonly masterKey: Uint8Array;

  private constructor(
    private readonly ground: Ground,
    readonly apis: readonly [Api, Api],
    readonly projector: Life,
    /** What an API process may be exchanged for. */
    readonly older: Older,
  ) {
    ({ issuer: this.issuer, database: this.database, masterKey: this.masterKey } = ground);
  }

  static async start({ older, room }: { readonly older: Promise<Older>; readonly room?: Room | undefined }): Promise<Stage> {
    const home = mkdtempSync(join(tmpdir(), 'xinma-faults-'));
    removeAfterUs({ folder: home });
    chmodSync(home, 0o711);
    const [issuer, database, masterKey] = [await SecondIssuer.start(), await Database.start(home, room), randomBytes(32)];
    const environment = { XINMA_HOME: home, XINMA_MASTER_KEY: masterKey.toString('hex'), LOG_LEVEL: 'error', NODE_OPTIONS: '--inspect-port=0', ...whoseTokens(issuer), ...passwords(database, ['api', 'keys']) };
    const ground = { home, issuer, database, masterKey, environment };
    const [one, other] = [await apiOf('one', ZONES[0], ground), await apiOf('other', ZONES[1], ground)];
    const projector = new Life({ name: 'projector', args: ['projector'], environment: { XINMA_HOME: home, TZ: ZONES[2], DATABASE_URL: urlOf(database.connections.api.host), ...passwords(database, ['projector']) }, ready: /feeding the read models/ });
    await Promise.all([one.life.start(), other.life.start(), projector.start()]);
    const stage = new Stage(ground, [one, other], projector, await older);
    Stage.open.add(stage);
    return stage;
  }

  /** Leaves nothing behind where somebody loses patience: the server is in a session of its own, and its volumes are mounted. */
  static async closeAll(): Promise<void> {
    await Promise.all([...Stage.open].map((stage) => stage.close()));
  }

  /** What a command of the operator's is given: straight to the database, with the owner's password. */
  get operator(): Readonly<Record<string, string>> {
    return { ...this.ground.environment, ...passwords(this.database, ['owner']), DATABASE_URL: urlOf(this.database.connections.api.host), TZ: 'America/Adak' };
  }

  /** The configuration that they all share, for tools in this process. */
  get keyed() {
    return { masterKey: { bytes: this.masterKey, from: 'variable' }, kurrentdb: undefined } as const;
  }

  /** Waits until both API processes say that they can decide. Answers how long that was, in milliseconds; rejects where it is too long. */
  async serves(): Promise<number> {
    const began = performance.now();
    for (const { address, life } of this.apis) {
      while (!(await isReady(address))) {
        if (performance.now() - began > SERVES_WITHIN) throw new Error(`${life.name} does not serve again`);
        await sleep(25);
      }
    }
    return performance.now() - began;
  }

  async close(): Promise<void> {
    if (!Stage.open.delete(this)) return;
    const all = [...this.apis.map(({ life }) => life), this.projector];
    for (const life of all) life.signal('SIGCONT');
    await Promise.all(all.map((life) => life.end('SIGTERM', 10_000)));
    await Promise.all(this.apis.flatMap(({ toClients, toDatabase }) => [toClients.close(), toDatabase.close()]));
    await this.database.stop();
    await this.issuer.close();
    rmSync(this.ground.home, { recursive: true, force: true });
  }
}

const isReady = (address: string): Promise<boolean> =>
  fetch(new URL('/ready', address), { signal: AbortSignal.timeout(2_000) }).then(async (response) => {
    await response.arrayBuffer();
    return response.status === 200;
  }, () => false);

async function apiOf(name: string, zone: string, { home, database, environment }: Ground): Promise<Api> {
  const folder = join(home, name);
  mkdirSync(folder, { mode: 0o700 });
  const toDatabase = new Proxy(() => ({ path: database.socket }));
  await toDatabase.listen(join(folder, '.s.PGSQL.5432'));
  const life = new Life({ name: `api ${name}`, args: ['api'], environment: { ...environment, TZ: zone, DATABASE_URL: urlOf(folder) }, ready: /running on (\S+)/ });
  const toClients = new Proxy(() => ({ host: '127.0.0.1', port: Number(new URL(life.said || 'http://127.0.0.1:9').port) }));
  return { life, toClients, toDatabase, address: `http://127.0.0.1:${await toClients.listen()}` };
}

const urlOf = (folder: string): string => `postgresql:///xinma?host=${encodeURIComponent(folder)}&port=5432`;

const whoseTokens = (issuer: SecondIssuer): Readonly<Record<string, string>> => {
  const { jwksUri, userinfoUri, assurances } = issuer.configuration();
  return { OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: AUDIENCE, OIDC_ACR_MAX: 'al3', OIDC_ACR_MAP: JSON.stringify(assurances), OIDC_JWKS_URI: String(jwksUri), OIDC_USERINFO_URI: String(userinfoUri) };
};

const passwords = (database: Database, of: readonly ('owner' | 'api' | 'keys' | 'projector')[]): Readonly<Record<string, string>> =>
  Object.fromEntries(of.map((part) => [`DATABASE_${part.toUpperCase()}_PASSWORD`, database.connections[part].password]));
