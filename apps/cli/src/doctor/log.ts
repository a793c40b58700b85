import { type Client, Pool } from 'pg';
import { endOfPrefix } from '../../../../libs/application/audit/index.js';
import { NoDigests } from '../../../../libs/application/ports/index.js';
import { type Connection, withClient } from '../../../../libs/embedded-postgres/index.js';
import { PostgresEventStore, streamsWithGaps } from '../../../../libs/event-store-postgres/index.js';
import { instant } from '../../../../libs/kernel/index.js';
import { PostgresPageDigests } from '../../../../libs/read-models/index.js';
import { BlindIndex } from '../../../../libs/vault/index.js';
import { HALF_RESTORED, isHalfRestored } from '../instance/restore-mark.js';
import { type Feeder, feedingAt, lookAtFeeding } from './feeding.js';
import { type Finding, ok, warn, wrong } from './finding.js';

/** Who feeds the read models, and the key that digests of the log are sealed with, where it is at hand. */
interface Known {
  readonly feeder: Feeder;
  readonly masterKey: Uint8Array | undefined;
}

/** Looks at the log and at what follows it, as the API. */
export function lookAtLog(api: Connection, { feeder, masterKey }: Known): Promise<readonly Finding[]> {
  return withClient(api, async (client) => {
    const ask = () => feedingAt(client, () => headOf(client));
    const { position } = await ask();
    const { count, head } = await factsOf(client);
    const whole = gaps(count, head, await streamsWithGaps(client));
    const following = position > head ? lost(position, head) : await lookAtFeeding(ask, feeder, 'events');
    // A replay reads what is there: of a log with gaps, the line above says enough.
    const future = whole.level === 'ok' ? await lookAtTimes({ api, masterKey }, head) : [];
    return [whole, following, ...future, ...((await isHalfRestored(client)) ? [wrong('restore', ...HALF_RESTORED)] : [])];
  });
}

/** So much later than now, an event was recorded by a clock that agreed with ours. */
const APART = 5_000;

/** Looks where a replay by time ends: at the first event that was recorded later, whatever follows it. */
async function lookAtTimes({ api, masterKey }: Pick<Known, 'masterKey'> & { readonly api: Connection }, head: bigint): Promise<readonly Finding[]> {
  const [store, pool] = [new PostgresEventStore({ connection: api }), new Pool({ ...api, max: 1 })];
  try {
    // Without the key, which seals digests, the whole log is read.
    const digests = masterKey === undefined ? new NoDigests() : new PostgresPageDigests(pool, new BlindIndex(masterKey));
    const { position } = await endOfPrefix({ store, digests }, { time: instant(Date.now() + APART) });
    if (position >= head) return [];
    const mend = 'let all machines take their time from NTP; what was recorded stays: replay by position (xinma replay --at POSITION) until that time has come';
    return [warn('clocks', `the event at position ${position + 1n} was recorded in the future: a replay by time ends before it, without the ${head - position} events from there on`, mend)];
  } finally {
    await Promise.all([store.close(), pool.end()]);
  }
}

const BACK = 'end the instance, keep a copy of its folder, and restore the last backup into a new one (xinma restore)';

async function headOf(client: Client): Promise<bigint> {
  const { rows } = await client.query<{ head: string }>('SELECT coalesce(max(position), 0) AS head FROM ledger.event');
  return BigInt(rows[0]?.head ?? '0');
}

/** Of one moment. */
async function factsOf(client: Client): Promise<{ readonly count: bigint; readonly head: bigint }> {
  const { rows } = await client.query<{ count: string; head: string }>('SELECT count(*) AS count, coalesce(max(position), 0) AS head FROM ledger.event');
  const [{ count, head } = { count: '0', head: '0' }] = rows;
  return { count: BigInt(count), head: BigInt(head) };
}

function gaps(count: bigint, head: bigint, streams: number): Finding {
  if (count !== head) return wrong('log', `${head - count} events are missing before position ${head}`, BACK);
  return streams > 0 ? wrong('log', `${streams} streams have gaps`, BACK) : ok('log', `${head} events, none missing`);
}

const lost = (position: bigint, head: bigint): Finding => wrong('read models', `are at ${position}, but the log ends at ${head}: it has lost events`, BACK);
