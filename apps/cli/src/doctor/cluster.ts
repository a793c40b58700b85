import { Pool } from 'pg';
import { StoreUnavailable } from '../../../../libs/event-store/index.js';
import { PostgresReadModels } from '../../../../libs/read-models/index.js';
import { type LogPlace, openLog } from '../../../api/src/open-log.js';
import { type Finding, ok, wrong } from './finding.js';

const REACH = 'see that a majority of its nodes runs, and that KURRENTDB_URL names them, the user and the certificates (deploy/kurrentdb/README.md)';
const ANEW = 'point EVENT_STORE and KURRENTDB_URL to the log that they were made from, or move that log here (xinma copy-log): it makes them anew';

/** Looks at a log in KurrentDB and at what follows it, as the API. */
export async function lookAtCluster(place: LogPlace): Promise<readonly Finding[]> {
  const [store, pool] = [await openLog(place), new Pool({ ...place.connection, max: 1 })];
  try {
    // The read models first: asked the other way round, they could be ahead of a head that was true a moment before.
    const { position } = await new PostgresReadModels(pool).status();
    const head = await store.head();
    const there = position === 0n || (await store.readAt([position])).length > 0;
    const following = there ? ok('read models', `${head - position} positions behind the log`) : wrong('read models', `are at ${position}, where this log has nothing`, ANEW);
    return [ok('log', `KurrentDB, up to position ${head}`), following];
  } catch (error) {
    if (error instanceof StoreUnavailable) return [wrong('log', 'the KurrentDB does not answer', REACH)];
    throw error;
  } finally {
    await Promise.all([store.close(), pool.end()]);
  }
}
