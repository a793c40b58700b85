import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Fault } from './fault.js';

const REFUSED = '53300';

type Settings = ConstructorParameters<typeof Client>[0] & object;

/** One connection; undefined where the server says that it has no more. */
async function take(connection: Settings): Promise<Client | undefined> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 5_000, application_name: 'faults' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === REFUSED) return undefined;
    throw error;
  }
}

/** Takes connections, several at once, until the server has no more for roles like this one. */
async function takeAll(connection: Settings): Promise<readonly Client[]> {
  const taken: Client[] = [];
  for (let isOver = false; !isOver; ) {
    const some = await Promise.all(Array.from({ length: 6 }, () => take(connection)));
    taken.push(...some.filter((client) => client !== undefined));
    isOver = some.includes(undefined);
  }
  return taken;
}

/** Somebody else has all connections that the server gives, and ours are ended: nobody gets a new one. */
export const usedUpConnections: Fault = {
  name: 'the connections of the database are used up',
  at: 'ground',
  weight: 1.2,
  async strike({ stage: { database }, random }) {
    const first = await takeAll(database.connections.api);
    await database.with((client) => client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'xinma%'"));
    const second = await takeAll(database.connections.api);
    await sleep(500 + random.around(1_500));
    await Promise.all([...first, ...second].map((client) => client.end().catch(() => undefined)));
    return { bit: first.length > 0 && second.length > 0, seen: `${first.length} were left, and ${second.length} more taken that had been ours` };
  },
};
