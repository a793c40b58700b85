import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { IS_PROJECTING } from '../../../../libs/read-models/index.js';
import { type Finding, ok, warn, wrong } from './finding.js';

/** So many events behind the log, read models make people wait. */
const FAR = 10_000n;

/** In milliseconds: how long read models that lag may stand still. */
const PATIENCE = 3_000;

/** Where the read models and the log are; whether some projector is at work, and whether an API other than the one that asks is connected. */
export interface Feeding {
  readonly position: bigint;
  readonly head: bigint;
  readonly active: boolean;
  readonly served: boolean;
}

/** Who has to feed them: an instance that runs here; whoever runs on a database of one's own; nobody, where the database was started only for this look. */
export type Feeder = 'here' | 'elsewhere' | 'nobody';

const AT = `
  SELECT api.read_model_position() AS position, ${IS_PROJECTING} AS active,
    EXISTS (SELECT FROM pg_stat_activity WHERE usename = current_user AND datname = current_database() AND pid <> pg_backend_pid()) AS served`;

/** Asks as the API. The read models first: asked the other way round, they could be ahead of a head that was true a moment before. */
export async function feedingAt(client: Client, headOf: () => Promise<bigint>): Promise<Feeding> {
  const { rows } = await client.query<{ position: string | null; active: boolean; served: boolean }>(AT);
  const [{ position, active, served } = { position: '0', active: false, served: false }] = rows;
  return { position: BigInt(position ?? '0'), active, served, head: await headOf() };
}

const hasAll = ({ position, head }: Feeding): boolean => position >= head;

/** Nobody is at work who has to be: to wait for something to happen would be in vain. */
const isAtRest = ({ active, served }: Feeding, feeder: Feeder): boolean => feeder === 'nobody' || (feeder === 'elsewhere' && !active && !served);

/** Somebody is at it, and has nothing left to do or, since a moment ago, goes on doing it. */
const isFed = (now: Feeding, before?: Feeding): boolean => now.active && (hasAll(now) || (before !== undefined && now.position !== before.position));

/** Looks whether the read models follow the log. */
export async function lookAtFeeding(ask: () => Promise<Feeding>, feeder: Feeder, unit: 'events' | 'positions'): Promise<Finding> {
  const first = await ask();
  if (isFed(first)) return lagging(first, unit);
  if (isAtRest(first, feeder)) return hasAll(first) || feeder === 'nobody' ? lagging(first, unit) : unfed(first, feeder, unit);
  await sleep(PATIENCE);
  const second = await ask();
  return isFed(second, first) ? lagging(second, unit) : unfed(second, feeder, unit);
}

function lagging(feeding: Feeding, unit: string): Finding {
  const behind = feeding.head - feeding.position;
  const lag = `${behind} ${unit} behind the log`;
  return behind > FAR ? warn('read models', lag, 'see that a projector runs (xinma status, twice): it catches up by itself; xinma rebuild builds them anew') : ok('read models', lag);
}

/** Views wait for rows as new as the log: where somebody serves, they are refused. */
function unfed(feeding: Feeding, feeder: Feeder, unit: string): Finding {
  const behind = `${feeding.head - feeding.position} ${unit} behind the log`;
  const says = feeding.active ? `stand still at ${feeding.position}, ${behind}, though a projector is at work` : `${behind}, and no projector is at work`;
  const mend = 'see what the other lines and its log say of it, then start it: xinma projector, or xinma start or api with the password of xinma_projector';
  return feeder === 'here' || feeding.served || feeding.active ? wrong('read models', `${says}: views are refused`, mend) : warn('read models', says, mend);
}
