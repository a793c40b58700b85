import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { CalendarDate } from '../../libs/domain/person.js';
import type { CastMember } from './cast.js';
import { keep } from './home.js';

export * from './development.js';

/** Where the issuer keeps its key and cast, and the day from which ages count on the first start. */
export interface IssuerOptions {
  readonly folder: string;
  readonly today: CalendarDate;
  /** 0 or missing: any free one. */
  readonly port?: number;
}

/** A running development issuer. */
export interface DevelopmentIssuer {
  readonly address: string;
  readonly cast: readonly CastMember[];
  close(): Promise<void>;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A real OpenID Connect issuer, for development and tests only: whoever reaches its port signs in as anybody. It listens on the loopback interface. */
export async function startIssuer({ folder, today, port = 0 }: IssuerOptions): Promise<DevelopmentIssuer> {
  const { key, cast } = await keep(folder, today);
  let loading: Promise<Handle> | undefined;
  const load = async (): Promise<Handle> => {
    const { createProvider } = await quietly(() => import('./provider.js'));
    return createProvider(key, new Map(cast.map((member) => [member.name, member]))).callback();
  };
  const answer: RequestListener = (request, response) => {
    // Loading the library takes longer than an instance takes to start: whoever asks first waits for it.
    void (loading ??= load()).then((handle) => handle(request, response)).catch(() => response.destroy());
  };
  const server = createServer(answer);
  const address = await listen(server, port);
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address, cast, close };
}

/** The library takes a Node release that came after it for an unsupported one, and says so on the console as it is loaded. Ours is pinned, and tested with it. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const warn: unknown = Reflect.get(console, 'warn');
  Reflect.set(console, 'warn', () => undefined);
  try {
    return await load();
  } finally {
    Reflect.set(console, 'warn', warn);
  }
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      resolve(`http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : port}`);
    });
  });
}
