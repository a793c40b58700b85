import { choosePort } from './instance/port.js';
import { holds } from '../../../libs/own-postgres/index.js';
import { connectionsHere } from './instance/database.js';
import { PORTS_NEED, runningHere } from './instance/ports.js';
import { keepHeapSmall } from './instance/small-heap.js';
import { untilTold } from './instance/until-told.js';

/**
 * One more API process on the running instance's database, or on the user's, on a port of its own, until it is told to end. On the user's it feeds the read models
 * where it holds the projector's password; without it, `xinma projector` does.
 */
export async function api(environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  keepHeapSmall();
  const { configuration, connections, run } = await runningHere(environment, PORTS_NEED);
  const feeds = configuration.database === undefined || holds(configuration.database, 'projector');
  const feeding = feeds ? await connectionsHere(configuration, ['projector']) : {};
  const told = untilTold();
  const port = environment['PORT'] === undefined ? 0 : await choosePort(configuration.host, configuration.port);
  const { startServer } = await import('../../api/src/server.js');
  const served = await startServer({ configuration, connections: { ...connections, ...feeding }, port, issuer: run?.issuer });
  say(`xinma is running on ${served.address}`);
  await told;
  await served.close();
}
