import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { readPlaces } from '../../../libs/configuration/index.js';
import { withClient } from '../../../libs/embedded-postgres/index.js';
import { LOCKS } from '../../../libs/read-models/index.js';
import { connectionsHere } from './instance/database.js';

/** In milliseconds: how long an answer is waited for, and how long read models that lag may stand still. */
const PATIENCE = 3_000;

/** For whoever watches a container: 0 where all is well, else 1; says which. Also where the variables are those of the process that is asked about. */
export async function health(environment: NodeJS.ProcessEnv, projector: boolean, say: (line: string) => void): Promise<number> {
  const well = projector ? await isFed(environment) : await isReady(environment);
  say(well ? 'ok' : 'not ok');
  return well ? 0 : 1;
}

async function isReady({ HOST = '127.0.0.1', PORT = '3000' }: NodeJS.ProcessEnv): Promise<boolean> {
  // The wildcard addresses are for listening, not for calling.
  const host = HOST === '0.0.0.0' ? '127.0.0.1' : HOST.includes(':') ? `[${HOST === '::' ? '::1' : HOST}]` : HOST;
  return fetch(`http://${host}:${PORT}/ready`, { signal: AbortSignal.timeout(PATIENCE) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

const [GROUP, NUMBER] = LOCKS.projecting.split(', ');
const FEEDING = `
  SELECT (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = ${GROUP} AND objid = ${NUMBER}
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) > 0 AS active,
    coalesce((SELECT "position" FROM read_model.checkpoint), 0) AS position, coalesce((SELECT max(position) FROM ledger.event), 0) AS head`;

interface Feeding {
  readonly active: boolean;
  readonly position: string;
  readonly head: string;
}

/** Some projector is active, and has nothing left to do or goes on doing it. */
async function isFed(environment: NodeJS.ProcessEnv): Promise<boolean> {
  const { projector } = await connectionsHere(readPlaces(environment), ['projector']);
  return withClient(projector, async (client) => {
    const first = await ask(client);
    if (!first.active || first.position === first.head) return first.active;
    await sleep(PATIENCE);
    const second = await ask(client);
    return second.active && (second.position === second.head || second.position !== first.position);
  });
}

async function ask(client: Client): Promise<Feeding> {
  const { rows } = await client.query<Feeding>(FEEDING);
  const [row] = rows;
  if (row === undefined) throw new Error('no answer');
  return row;
}
