import { type Client, Pool } from 'pg';
import { type Connection, withClient } from '../../../../libs/embedded-postgres/index.js';
import { streamsWithGaps } from '../../../../libs/event-store-postgres/index.js';
import { PostgresReadModels } from '../../../../libs/read-models/index.js';
import { type Finding, ok, warn, wrong } from './finding.js';

/** So many events behind the log, read models make people wait. */
const FAR = 10_000n;

/** Looks at the log and at what follows it, as the API. */
export async function lookAtLog(api: Connection): Promise<readonly Finding[]> {
  const pool = new Pool({ ...api, max: 1 });
  try {
    // The read models first: asked the other way round, they could be ahead of a head that was true a moment before.
    const { position } = await new PostgresReadModels(pool).status();
    return await withClient(api, async (client) => {
      const { count, head, cut } = await factsOf(client);
      return [...gaps(count, head, await streamsWithGaps(client)), following(position, head), ...(cut ? [halfRestored] : [])];
    });
  } finally {
    await pool.end();
  }
}

const halfRestored = wrong('restore', 'was cut before its check', 'run xinma restore again: it starts over');
const BACK = 'end the instance, keep a copy of its folder, and restore the last backup into a new one (xinma restore)';

async function factsOf(client: Client): Promise<{ readonly count: bigint; readonly head: bigint; readonly cut: boolean }> {
  const { rows } = await client.query<{ count: string; head: string; cut: boolean }>(
    `SELECT count(*) AS count, coalesce(max(position), 0) AS head, to_regclass('public.xinma_restore') IS NOT NULL AS cut FROM ledger.event`,
  );
  const [{ count, head, cut } = { count: '0', head: '0', cut: false }] = rows;
  return { count: BigInt(count), head: BigInt(head), cut };
}

function gaps(count: bigint, head: bigint, streams: number): readonly Finding[] {
  if (count !== head) return [wrong('log', `${head - count} events are missing before position ${head}`, BACK)];
  return [streams > 0 ? wrong('log', `${streams} streams have gaps`, BACK) : ok('log', `${head} events, none missing`)];
}

function following(position: bigint, head: bigint): Finding {
  if (position > head) return wrong('read models', `are at ${position}, but the log ends at ${head}: it has lost events`, BACK);
  const lag = `${head - position} events behind the log`;
  return head - position > FAR ? warn('read models', lag, 'see that a projector runs (xinma status, twice): it catches up by itself; xinma rebuild builds them anew') : ok('read models', lag);
}
