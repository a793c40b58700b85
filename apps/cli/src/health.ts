import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { readPlaces } from '../../../libs/configuration/index.js';
import { withClient } from '../../../libs/embedded-postgres/index.js';
import type { EventStore } from '../../../libs/event-store/index.js';
import { IS_PROJECTING } from '../../../libs/read-models/index.js';
import { openLog } from '../../api/src/open-log.js';
import { connectionsHere } from './instance/database.js';

/** In milliseconds: how long an answer is waited for, and how long read models that lag may stand still. */
const PATIENCE = 3_000;

/** For whoever watches a container: 0 where all is well, else 1; says which. Also where the variables are those of the process that is asked about. */
export async function health(environment: NodeJS.ProcessEnv, projector: boolean, say: (line: string) => void): Promise<number> {
  const well = projector ? await isFed(environment) : await isReady(environment);
  say(well ? 'ok' : 'not ok');
  return well ? 0 : 1;
}

/** An empty variable is a missing one, as to those who serve. */
async function isReady({ HOST = '', PORT = '' }: NodeJS.ProcessEnv): Promise<boolean> {
  return fetch(`http://${placeOf(HOST)}:${PORT === '' ? '3000' : PORT}/ready`, { signal: AbortSignal.timeout(PATIENCE) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** The wildcard addresses are for listening, not for calling. */
function placeOf(host: string): string {
  if (host === '' || host === '0.0.0.0') return '127.0.0.1';
  return host.includes(':') ? `[${host === '::' ? '::1' : host}]` : host;
}

const FEEDING = `SELECT ${IS_PROJECTING} AS active, coalesce((SELECT "position" FROM read_model.checkpoint), 0) AS position`;

interface Feeding {
  readonly active: boolean;
  readonly position: bigint;
  readonly head: bigint;
}

/** Some projector is active, and has nothing left to do or goes on doing it. */
async function isFed(environment: NodeJS.ProcessEnv): Promise<boolean> {
  const places = readPlaces(environment);
  const { projector: connection } = await connectionsHere(places, ['projector']);
  const store = await openLog({ kurrentdb: places.kurrentdb, connection });
  try {
    return await withClient(connection, async (client) => {
      const first = await ask(client, store);
      if (!first.active || first.position >= first.head) return first.active;
      await sleep(PATIENCE);
      const second = await ask(client, store);
      return second.active && (second.position >= second.head || second.position !== first.position);
    });
  } finally {
    await store.close();
  }
}

/** The head first: asked the other way round, the read models would seem to lag by what came in between. */
async function ask(client: Client, store: EventStore): Promise<Feeding> {
  const head = await store.head();
  const { rows } = await client.query<{ active: boolean; position: string }>(FEEDING);
  const [row] = rows;
  if (row === undefined) throw new Error('no answer');
  return { active: row.active, position: BigInt(row.position), head };
}
