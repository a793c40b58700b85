import { lookup } from 'node:dns/promises';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, SystemClock } from '../../../libs/application/ports/index.js';
import type { Configuration } from '../../../libs/configuration/index.js';
import type { Connections, Sessions } from '../../../libs/embedded-postgres/index.js';
import type { CastMember } from '../../issuer/cast.js';
import { createApp } from './app.js';
import { adapt, type Connected } from './app.module.js';
import type { MakeApp } from './prepared/prepare-app.js';
import { createLog, type Log } from './edge/log.js';
import { background } from './background.js';
import { appointmentsOf } from './appoint-cast.js';
import { configuredIssuer, developmentIssuer, type Issuer } from './issuers.js';

/** What one API process needs. */
export interface ServerOptions {
  readonly configuration: Pick<Configuration, 'home' | 'host' | 'logLevel' | 'oidc' | 'masterKey'> & Partial<Pick<Configuration, 'kurrentdb'>>;
  /** Without the projector's, another process feeds the read models. */
  readonly connections: Pick<Connections, 'api' | 'keys'> & Partial<Pick<Connections, 'projector'>>;
  /** Resolves once the databases are at the schema of this version, looked at through these sessions: nothing else asks them before, and nothing is served. Absent: they are. */
  readonly open?: (through: Sessions) => Promise<unknown>;
  /** 0: any free one. */
  readonly port: number;
  /** Address of a development issuer that runs already; without one, and where none is configured, this process starts one. */
  readonly issuer?: string | undefined;
  /** Absent: an application is made now. */
  readonly make?: MakeApp;
  /** Tests steer it. */
  readonly clock?: Clock;
  readonly log?: Log;
}

/** A running API with its projector. */
export interface Server {
  readonly address: string;
  /** Address of the development issuer, where there is one. */
  readonly issuer?: string;
  /** Whom the development issuer of this process signs in. */
  readonly cast: readonly CastMember[];
  readonly app: NestFastifyApplication;
  /** Takes no new requests, finishes those under way, ends the projector, lets go of connections. */
  close(): Promise<void>;
}

/** Connections that the kernel may hold until they are taken: a surge comes at once. The kernel has a bound of its own. */
const BACKLOG = 4_096;

/** Starts the API, its projector and, where no issuer is configured, the development one. Rejects with what is wrong, leaving nothing running. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { configuration, connections, port, clock = new SystemClock(), log = createLog(options.configuration.logLevel) } = options;
  const undo: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const issuer = await issuerOf(options, clock);
    undo.push(() => issuer.close());
    const connected = await adapt({ connections, kurrentdb: configuration.kurrentdb, masterKey: configuration.masterKey.bytes, oidc: issuer.oidc, clock });
    undo.push(() => connected.close());
    const host = early(oneAddress(configuration.host));
    const app = await made(options, connected, log);
    undo.push(() => app.close());
    const { address: development = options.issuer, cast = [] } = issuer.development ?? {};
    await opened({ app, connected, cast }, options.open);
    await app.listen({ port, host: await host, backlog: BACKLOG });
    const works = background(app, connected, connections.projector, log);
    // The server ends first: what is under way may still wait for the projector.
    undo.splice(-1, 0, () => works.stop());
    return { address: addressOf(app.getHttpServer().address()), ...(development === undefined ? {} : { issuer: development }), cast, app, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const made = ({ make = createApp }: ServerOptions, { adapters }: Connected, log: Log): Promise<NestFastifyApplication> => make(adapters, log);

/** Waits until the databases are open and right, and the cast has its duties. Which of them are missing is looked up as soon as anything can be asked. */
async function opened({ app, connected, cast }: Pick<Server, 'app' | 'cast'> & { readonly connected: Connected }, open: ServerOptions['open']): Promise<void> {
  const appointments = (): ReturnType<typeof appointmentsOf> => early(appointmentsOf(app, cast));
  let looked: ReturnType<typeof appointmentsOf> | undefined;
  await open?.({ ...connected.sessions, reach: () => void (looked = appointments()) });
  await connected.check();
  // Where there was no schema yet, nothing was seen.
  const give = await (looked ?? appointments()).catch(appointments);
  await give();
}

/** What is begun before it is waited for: only then is it heard of that it failed. */
function early<T>(begun: Promise<T>): Promise<T> {
  begun.catch(() => undefined);
  return begun;
}

const issuerOf = ({ configuration: { oidc, home }, issuer }: ServerOptions, clock: Clock): Promise<Issuer> =>
  oidc === undefined ? developmentIssuer(home, issuer, clock.now()) : configuredIssuer(oidc);

/** The first address of a name. For a name with two, Fastify would make a second server, which nothing that guards the first one knows. */
export const oneAddress = async (host: string): Promise<string> => (await lookup(host)).address;

/** The wildcard addresses are for listening, not for calling. */
function addressOf(bound: AddressInfo | string | null): string {
  if (bound === null || typeof bound === 'string') throw new Error('the API listens on no port');
  const address = { '0.0.0.0': '127.0.0.1', '::': '::1' }[bound.address] ?? bound.address;
  return `http://${bound.family === 'IPv6' ? `[${address}]` : address}:${bound.port}`;
}
