import { chmodSync, statSync } from 'node:fs';
import { Client } from 'pg';
import { assertDurable, type Configuration, readConfiguration } from '../../../libs/configuration/index.js';
import { Cluster, type Connections, migrate } from '../../../libs/embedded-postgres/index.js';
import { durabilitySettings } from '../../../libs/event-store-postgres/index.js';
import { choosePort, serveOn } from './instance/port.js';
import { clusterFolder } from './instance/ports.js';
import { Hold } from './instance/run-file.js';
import { untilTold } from './instance/until-told.js';

/** Runs a whole instance until it is told to end: the database, its schema, the API and the projector. Rejects with what is wrong, leaving nothing running. */
export async function start(environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  const configuration = readConfiguration(environment);
  const hold = Hold.take(configuration.home);
  const told = untilTold();
  try {
    const port = await choosePort(configuration.host, configuration.port);
    await onDatabase(configuration, say, async (connections) => {
      const { startServer } = await import('../../api/src/server.js');
      const served = await serveOn({ chosen: port, asked: configuration.port }, (free) => startServer({ configuration, connections, port: free }));
      hold.publish(served);
      greet(served, say);
      await told;
      say('stopping: finishing what is under way');
      await served.close();
    });
    say('stopped');
  } finally {
    hold.release();
  }
}

/** Runs the database, brought to the newest schema, for as long as `work` takes. */
export async function onDatabase(configuration: Configuration, say: (line: string) => void, work: (connections: Connections) => Promise<void>): Promise<void> {
  const asked = clusterFolder(configuration.home);
  // As root: the server's system user passes through to its folder. What is secret beside it is mode 0600.
  if (process.getuid?.() === 0) chmodSync(configuration.home, statSync(configuration.home).mode | 0o011);
  const cluster = await Cluster.start({ folder: asked });
  try {
    if (cluster.folder !== asked) say(`the database is in ${cluster.folder}: its system user can't reach ${asked}`);
    const connections = await cluster.prepare();
    await migrate(connections);
    await checkDurability(configuration, connections);
    await work(connections);
  } finally {
    await cluster.stop();
  }
}

async function checkDurability({ production }: Configuration, { api }: Connections): Promise<void> {
  const client = new Client(api);
  await client.connect();
  try {
    assertDurable(production, await durabilitySettings(client));
  } finally {
    await client.end();
  }
}

/** Says where everything is. */
export function greet({ address, issuer }: { readonly address: string; readonly issuer?: string | undefined }, say: (line: string) => void): void {
  say(`xinma is running on ${address}`);
  say(`  documentation  ${address}/openapi.json`);
  if (issuer !== undefined) say('  a token        npm run -s xinma -- token --as wang-fang   (development: for anybody of the cast)');
  say('  stop           Ctrl-C');
}
