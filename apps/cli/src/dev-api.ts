// The program behind `xinma dev`. Whatever it loads before it is told to serve stays as it was when it started: only packages, and nothing of ours.
import { once } from 'node:events';

/** What takes longest to load; a package that is missing here is loaded later, and slower. */
const PACKAGES = [
  'reflect-metadata',
  '@nestjs/common',
  '@nestjs/core',
  '@nestjs/cqrs',
  '@nestjs/platform-fastify',
  'class-transformer',
  'class-validator',
  'class-validator-jsonschema',
  'typeorm',
  'pg',
  'jose',
  'pino',
  'oidc-provider',
];

/** Loads the packages, without what they say as they are loaded. */
async function warmUp(): Promise<void> {
  const warn: unknown = Reflect.get(console, 'warn');
  Reflect.set(console, 'warn', () => undefined);
  for (const name of PACKAGES) await import(name);
  Reflect.set(console, 'warn', warn);
}

/** Serves on the database of the parent, to which it tells its addresses. */
async function serve(port: number): Promise<void> {
  const [{ readConfiguration }, { connectionsHere, migrateHere }, { serveOn }, { untilTold }, { startServer }] = await Promise.all([
    import('../../../libs/configuration/index.js'),
    import('./instance/database.js'),
    import('./instance/port.js'),
    import('./instance/until-told.js'),
    import('../../api/src/server.js'),
  ]);
  const configuration = readConfiguration(process.env);
  const told = untilTold();
  await migrateHere(configuration);
  const connections = await connectionsHere(configuration, ['api', 'keys', 'projector']);
  const served = await serveOn({ chosen: port, asked: configuration.port }, (free) => startServer({ configuration, connections, port: free }));
  process.send?.({ address: served.address, issuer: served.issuer });
  await told;
  await served.close();
}

// A parent that was killed takes its child along.
process.once('disconnect', () => process.exit(1));
const asked = once(process, 'message') as Promise<[{ readonly port: number }]>;
await warmUp();
const [{ port }] = await asked;
await serve(port);
process.disconnect?.();
