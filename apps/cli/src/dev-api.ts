import { readConfiguration } from '../../../libs/configuration/index.js';
import { migrate } from '../../../libs/embedded-postgres/index.js';
import { databaseHere } from './instance/ports.js';
import { untilTold } from './instance/until-told.js';

/** The API as `dev` runs it: on the database of its parent, to which it tells its addresses. */
export async function devApi(environment: NodeJS.ProcessEnv): Promise<void> {
  const configuration = readConfiguration(environment);
  const connections = databaseHere(configuration);
  const told = untilTold();
  // A parent that was killed takes its child along.
  process.once('disconnect', () => process.exit(1));
  await migrate(connections);
  const { startServer } = await import('../../api/src/server.js');
  const served = await startServer({ configuration, connections, port: configuration.port ?? 0 });
  process.send?.({ address: served.address, issuer: served.issuer });
  await told;
  await served.close();
  process.disconnect?.();
}
