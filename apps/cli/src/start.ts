import { readConfiguration } from '../../../libs/configuration/index.js';
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
    const api = Promise.withResolvers<typeof import('../../api/src/server.js')>();
    // Loading the API takes longer than PostgreSQL takes to start: side by side. A failure is heard of when it is needed.
    api.promise.catch(() => undefined);
    const database = await openDatabase(configuration, say, () => void loadApi().then(api.resolve, api.reject));
    try {
      const { startServer } = await api.promise;
      const served = await serveOn({ chosen: port, asked: configuration.port }, (free) => startServer({ configuration, connections: database.connections, port: free }));
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

/** Says where everything is. */
export function greet({ address, issuer }: { readonly address: string; readonly issuer?: string | undefined }, say: (line: string) => void): void {
  say(`xinma is running on ${address}`);
  say(`  documentation  ${address}/docs`);
  if (issuer !== undefined) say('  a token        npm run -s xinma -- token --as wang-fang   (development: for anybody of the cast)');
  say('  stop           Ctrl-C');
}
