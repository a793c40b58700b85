import { withClient } from '../../../../libs/embedded-postgres/index.js';
import { type EventStore, StoreUnavailable } from '../../../../libs/event-store/index.js';
import { type LogPlace, openLog } from '../../../api/src/open-log.js';
import { type Feeder, feedingAt, lookAtFeeding } from './feeding.js';
import { type Finding, ok, wrong } from './finding.js';

const REACH = 'see that a majority of its nodes runs, and that KURRENTDB_URL names them, the user and the certificates (deploy/kurrentdb/README.md)';
const ANEW = 'point EVENT_STORE and KURRENTDB_URL to the log that they were made from, or move that log here (xinma copy-log): it makes them anew';

/** Looks at a log in KurrentDB and at what follows it, as the API. */
export async function lookAtCluster(place: LogPlace, feeder: Feeder): Promise<readonly Finding[]> {
  const store = await openLog(place);
  try {
    return [ok('log', `KurrentDB, up to position ${await store.head()}`), await following(place, store, feeder)];
  } catch (error) {
    if (error instanceof StoreUnavailable) return [wrong('log', 'the KurrentDB does not answer', REACH)];
    throw error;
  } finally {
    await store.close();
  }
}

const following = ({ connection }: LogPlace, store: EventStore, feeder: Feeder): Promise<Finding> =>
  withClient(connection, async (client) => {
    const ask = () => feedingAt(client, () => store.head());
    const { position } = await ask();
    const there = position === 0n || (await store.readAt([position])).length > 0;
    return there ? lookAtFeeding(ask, feeder, 'positions') : wrong('read models', `are at ${position}, where this log has nothing`, ANEW);
  });
