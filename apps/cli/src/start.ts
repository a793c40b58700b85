import { readConfiguration } from '../../../libs/configuration/index.js';
import type { Server, startServer } from '../../api/src/server.js';
import { launchDatabase } from './instance/database.js';
import { choosePort, serveOn } from './instance/port.js';
import { Hold } from './instance/run-file.js';
import { keepHeapSmall } from './instance/small-heap.js';
import { untilTold } from './instance/until-told.js';

/** Gives what serves: by then loaded. */
export type LoadApi = () => Promise<typeof startServer>;

/** Runs a whole instance until it is told to end: the database, its schema, the API and the projector. Rejects with what is wrong, leaving nothing running. */
export async function start(environment: NodeJS.ProcessEnv, say: (line: string) => void, load: LoadApi): Promise<void> {
  keepHeapSmall();
  const configuration = readConfiguration(environment);
  const hold = Hold.take(configuration.home);
  const told = untilTold();
  try {
    // What needs no database is done while PostgreSQL starts.
    const database = await launchDatabase(configuration, say);
    try {
      const port = await choosePort(configuration.host, configuration.port);
      const { connections } = database;
      const serve = (free: number): Promise<Server> => load().then((startServer) => startServer({ configuration, connections, open: (through) => database.open(through), port: free }));
      const served = await serveOn({ chosen: port, asked: configuration.port }, serve);
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
