import { choosePort } from './instance/port.js';
import { runningHere } from './instance/ports.js';
import { untilTold } from './instance/until-told.js';

/** One more API process on the running instance's database, on a port of its own, until it is told to end. */
export async function api(environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  const { configuration, connections, run } = runningHere(environment);
  const told = untilTold();
  const port = environment['PORT'] === undefined ? 0 : await choosePort(configuration.host, configuration.port);
  const { startServer } = await import('../../api/src/server.js');
  const served = await startServer({ configuration, connections, port, issuer: run.issuer });
  say(`xinma is running on ${served.address}`);
  await told;
  await served.close();
}
