import { readConfiguration } from '../../../libs/configuration/index.js';
import type { Server } from '../../api/src/server.js';
import { openDatabase } from './instance/database.js';
import { choosePort, serveOn } from './instance/port.js';
import { Hold } from './instance/run-file.js';
import { keepHeapSmall } from './instance/small-heap.js';
import { untilTold } from './instance/until-told.js';

/** Loads what serves. */
export const loadApi = (): Promise<typeof import('../../api/src/server.js')> => import('../../api/src/server.js');

/** Runs a whole instance until it is told to end: the database, its schema, the API and the projector. Rejects with what is wrong, leaving nothing running. */
export async function start(environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  keepHeapSmall();
  const configuration = readConfiguration(environment);
  const hold = Hold.take(configuration.home);
  const told = untilTold();
  try {
    const port = await choosePort(configuration.host, configuration.port);
    const serving = Promise.withResolvers<Server>();
    // Making the API takes longer than PostgreSQL takes to start: side by side. A failure is heard of when it is needed.
    serving.promise.catch(() => undefined);
    const opened = openDatabase(configuration, say, (connections) => {
      const serve = (free: number): Promise<Server> => loadApi().then(({ startServer }) => startServer({ configuration, connections, opened, port: free }));
      serving.resolve(serveOn({ chosen: port, asked: configuration.port }, serve));
    });
    const database = await opened.catch((error: unknown) => endedBy(serving, error));
    try {
      const served = await serving.promise;
      hold.publish(served);
      greet(served, say);
      await told;
      say('stopping: finishing what is under way');
      await served.close();
    } finally {
      await database.close();
    }
    say('stopped');
  } finally {
    hold.release();
  }
}

/** Without a database what was begun ends by itself, and is waited for; what was not begun never will be. */
async function endedBy(serving: PromiseWithResolvers<Server>, error: unknown): Promise<never> {
  serving.reject(error);
  await serving.promise.catch(() => undefined);
  throw error;
}

/** Says where everything is. */
export function greet({ address, issuer }: { readonly address: string; readonly issuer?: string | undefined }, say: (line: string) => void): void {
  say(`xinma is running on ${address}`);
  say(`  documentation  ${address}/docs`);
  if (issuer !== undefined) say('  a token        npm run -s xinma -- token --as wang-fang   (development: for anybody of the cast)');
  say('  stop           Ctrl-C');
}
