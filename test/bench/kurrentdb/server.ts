import { EventStoreDBClient } from '@eventstore/db-client';
import { type KurrentConfiguration, readPlaces } from '../../../libs/configuration/index.js';

/** The server that KURRENTDB_URL names, if it does. */
export const benchServer = (): KurrentConfiguration | undefined =>
  process.env['KURRENTDB_URL'] === undefined ? undefined : readPlaces({ EVENT_STORE: 'kurrentdb', KURRENTDB_URL: process.env['KURRENTDB_URL'] }).kurrentdb;

/** The client as it comes. */
export function bareClient({ nodes: [first, ...others], tls, user }: KurrentConfiguration): EventStoreDBClient {
  const secured = { insecure: tls === undefined, ...(tls?.ca === undefined ? {} : { rootCertificate: Buffer.from(tls.ca) }) };
  return others.length > 0 ? new EventStoreDBClient({ endpoints: [first, ...others] }, secured, user) : new EventStoreDBClient({ endpoint: first }, secured, user);
}
