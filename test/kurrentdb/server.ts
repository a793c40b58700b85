import { EventStoreDBClient } from '@eventstore/db-client';
import { ConfigurationError, type KurrentConfiguration, readConfiguration } from '../../libs/configuration/index.js';

/** The server that KURRENTDB_URL names. Throws where it names none. */
export function realServer(): KurrentConfiguration {
  const { kurrentdb } = readConfiguration({ EVENT_STORE: 'kurrentdb', KURRENTDB_URL: process.env['KURRENTDB_URL'], XINMA_MASTER_KEY: 'a1'.repeat(32) });
  if (kurrentdb === undefined) throw new ConfigurationError([{ variable: 'KURRENTDB_URL', expected: 'the address of a server' }]);
  return kurrentdb;
}

/** The variables of a process whose log is there. */
export const onServer = (): NodeJS.ProcessEnv => ({ ...process.env, EVENT_STORE: 'kurrentdb' });

/** The client as it comes, for what the adapter never does. */
export function bareClient({ nodes, tls, user }: KurrentConfiguration = realServer()): EventStoreDBClient {
  const secured = { insecure: tls === undefined, ...(tls?.ca === undefined ? {} : { rootCertificate: Buffer.from(tls.ca) }) };
  const [first, ...others] = nodes;
  return others.length > 0 ? new EventStoreDBClient({ endpoints: [...nodes] }, secured, user) : new EventStoreDBClient({ endpoint: first }, secured, user);
}
