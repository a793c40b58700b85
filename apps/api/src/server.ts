import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, SystemClock } from '../../../libs/application/ports/index.js';
import type { Configuration } from '../../../libs/configuration/index.js';
import type { Connections } from '../../../libs/embedded-postgres/index.js';
import type { CastMember } from '../../issuer/cast.js';
import { createApp } from './app.js';
import { adapt, type Connected } from './app.module.js';
import { createLog, type Log } from './edge/log.js';
import { background } from './background.js';
import { appointCast } from './appoint-cast.js';
import { configuredIssuer, developmentIssuer, type Issuer } from './issuers.js';

/** What one API process needs. */
export interface ServerOptions {
  readonly configuration: Pick<Configuration, 'home' | 'host' | 'logLevel' | 'oidc' | 'masterKey'>;
  /** Without the projector's, another process feeds the read models. */
  readonly connections: Pick<Connections, 'api' | 'keys'> & Partial<Pick<Connections, 'projector'>>;
  /** Resolves once the database is at the schema of this version: nothing asks it before, and nothing is served. Absent: it is. */
  readonly opened?: Promise<unknown>;
  /** 0: any free one. */
  readonly port: number;
  /** Address of a development issuer that runs already; without one, and where none is configured, this process starts one. */
  readonly issuer?: string | undefined;
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

/** Starts the API, its projector and, where no issuer is configured, the development one. Rejects with what is wrong, leaving nothing running. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { configuration, connections, opened, port, clock = new SystemClock(), log = createLog(options.configuration.logLevel) } = options;
  const undo: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const issuer = await issuerOf(options, clock);
    undo.push(() => issuer.close());
    const connected = adapt({ connections, masterKey: configuration.masterKey.bytes, oidc: issuer.oidc, clock });
    undo.push(() => connected.close());
    const app = await run(connected, { log, connections, opened, undo });
    const { address: development = options.issuer, cast = [] } = issuer.development ?? {};
    await appointCast(app, cast);
    await app.listen(port, configuration.host);
    return { address: addressOf(await app.getUrl()), ...(development === undefined ? {} : { issuer: development }), cast, app, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Running extends Pick<ServerOptions, 'connections'> {
  readonly opened: Promise<unknown> | undefined;
  readonly log: Log;
  readonly undo: (() => Promise<void>)[];
}

async function run(connected: Connected, { log, connections, opened, undo }: Running): Promise<NestFastifyApplication> {
  const app = await createApp(connected.adapters, log);
  undo.push(() => app.close());
  await opened;
  await connected.check();
  const works = background(app, connected, connections.projector, log);
  // The server first: what is under way may still wait for the projector.
  undo.splice(-1, 0, () => works.stop());
  return app;
}

const issuerOf = ({ configuration: { oidc, home }, issuer }: ServerOptions, clock: Clock): Promise<Issuer> =>
  oidc === undefined ? developmentIssuer(home, issuer, clock.now()) : configuredIssuer(oidc);

/** The wildcard addresses are for listening, not for calling. */
const addressOf = (url: string): string => url.replace('//0.0.0.0', '//127.0.0.1').replace('//[::]', '//[::1]').replace(/\/$/, '');
