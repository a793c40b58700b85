import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Server, startServer } from '../../apps/api/src/server.js';
import { DEVELOPMENT_ISSUER, tokenAs } from '../../apps/issuer/development.js';
import type { CastMember } from '../../apps/issuer/cast.js';
import type { KurrentConfiguration, OidcConfiguration } from '../../libs/configuration/index.js';
import { Names } from '../../libs/application/names.js';
import { xinma, type XinmaClient } from '../../libs/client/index.js';
import type { Assurance } from '../../libs/application/request.js';
import { patiently } from './patiently.js';
import { freshDatabase, type FreshDatabase } from './postgres.js';
import { SteerableClock } from './steerable-clock.js';

/** An answer; `body` is parsed JSON, empty where there was none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What it holds is for each test to say. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Somebody, speaking to the API. */
export interface Person {
  readonly token: string | undefined;
  /** As a well-behaved client speaks, typed by the description; `get`, `post` and `postLines` send whatever they are given. */
  readonly client: XinmaClient;
  get(path: string): Promise<Answer>;
  /** With a fresh Idempotency-Key unless one is given. */
  post(path: string, body?: object, key?: string): Promise<Answer>;
  /** NDJSON, line by line; the answer's lines are in `text`. */
  postLines(path: string, lines: readonly (object | string)[]): Promise<Answer>;
}

/** What an instance may be given. */
export interface InstanceOptions {
  /** RFC 3339; without it, the machine's time at start, standing still. Tokens go by the machine's clock, so steering this one leaves them good. */
  readonly at?: string;
  /** Whose sign-ins are taken; without it, those of a development issuer of its own. */
  readonly oidc?: OidcConfiguration;
  /** Another API process on the same databases. */
  readonly beside?: Instance;
  /** Where the log is; without it, in its database. */
  readonly kurrentdb?: KurrentConfiguration;
}

/** What an instance stands on; another one beside it stands on the same. */
interface Ground {
  readonly databases: FreshDatabase;
  readonly clock: SteerableClock;
  readonly masterKey: Uint8Array;
  readonly home: string;
  readonly kurrentdb: KurrentConfiguration | undefined;
}

const freshGround = async ({ at, kurrentdb }: InstanceOptions): Promise<Ground> => ({
  kurrentdb,
  databases: await freshDatabase(),
  clock: new SteerableClock(at),
  masterKey: randomBytes(32),
  home: mkdtempSync(join(tmpdir(), 'xinma-instance-')),
});

/** A whole instance in this process: databases of its own, steerable clock, development issuer, projector. */
export class Instance {
  private constructor(
    readonly server: Server,
    readonly ground: Ground,
    /** Lines of its log so far. */
    readonly log: readonly string[],
    private readonly owned: boolean,
  ) {}

  static async start(options: InstanceOptions = {}): Promise<Instance> {
    const { beside } = options;
    return Instance.on(beside?.ground ?? (await freshGround(options)), beside?.server.issuer, options);
  }

  /** One that stands on what there is already. */
  static async on(ground: Ground, issuer?: string, { beside, oidc }: InstanceOptions = {}): Promise<Instance> {
    const lines: string[] = [];
    const log = pino({ base: null }, { write: (line: string) => lines.push(line) });
    const configuration = { home: ground.home, host: '127.0.0.1', logLevel: 'info', oidc, kurrentdb: ground.kurrentdb, masterKey: { bytes: ground.masterKey, from: 'variable' } } as const;
    const server = await startServer({ configuration, connections: ground.databases, port: 0, issuer, clock: ground.clock, log });
    return new Instance(server, ground, lines, beside === undefined);
  }

  get clock(): SteerableClock {
    return this.ground.clock;
  }

  get address(): string {
    return this.server.address;
  }

  get names(): Names {
    return this.server.app.get(Names);
  }

  /** The account of somebody of the cast. */
  account(name: string): ReturnType<Names['account']> {
    return this.names.account(DEVELOPMENT_ISSUER, name);
  }

  /** Somebody of the cast, by the issuer's own word. */
  member(name: string): CastMember {
    const found = this.server.cast.find((member) => member.name === name);
    if (found === undefined) throw new Error(`nobody in the cast is called ${name}`);
    return found;
  }

  /** Speaks as somebody of the cast; without a name, as nobody. */
  async as(name?: string, acr?: Assurance): Promise<Person> {
    const token = name === undefined ? undefined : await tokenAs(this.server.issuer ?? '', name, acr);
    return speaker(this.address, token);
  }

  /** The same for what comes before a test: asks again for what a busy server did not do. */
  async preparing(name: string): Promise<Person> {
    return speaker(this.address, await tokenAs(this.server.issuer ?? '', name), patiently);
  }

  /** Ends it, and its databases where they are its own. */
  async close(): Promise<void> {
    await this.server.close();
    if (!this.owned) return;
    await this.ground.databases.drop();
    rmSync(this.ground.home, { recursive: true, force: true });
  }
}

/** Speaks to any address with any token. `ask`: in place of the platform's own `fetch`. */
export function speaker(address: string, token: string | undefined, ask: (request: Request) => Promise<Response> = fetch): Person {
  const authorization: Readonly<Record<string, string>> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const send = async (path: string, init: RequestInit, headers: Readonly<Record<string, string>> = {}): Promise<Answer> => {
    const response = await ask(new Request(new URL(path, address), { ...init, headers: { ...authorization, ...headers } }));
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').split(';')[0]?.endsWith('json') === true && text !== '' && !text.trimEnd().includes('\n');
    return { status: response.status, headers: response.headers, text, body: isJson ? (JSON.parse(text) as Answer['body']) : {} };
  };
  return {
    token,
    client: xinma({ address, token, fetch: ask }),
    get: (path) => send(path, { method: 'GET' }),
    post: (path, body = {}, key = randomUUID()) => send(path, { method: 'POST', body: JSON.stringify(body) }, { 'content-type': 'application/json', 'idempotency-key': key }),
    postLines: (path, lines) =>
      send(path, { method: 'POST', body: lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('') }, { 'content-type': 'application/x-ndjson' }),
  };
}
