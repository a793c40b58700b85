import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { rebuild, type RebuildStep } from '../../libs/read-models/index.js';
import type { Connection } from '../../libs/embedded-postgres/index.js';

/** What `KILLED_REBUILD` holds, as JSON: where to rebuild, and at the beginning of which step this process ends as if its plug were pulled. */
export interface KilledRebuild {
  readonly api: Connection;
  readonly owner: Connection;
  readonly at: RebuildStep;
}

const { api, owner, at } = JSON.parse(process.env['KILLED_REBUILD'] ?? '') as KilledRebuild;
await rebuild({
  store: new PostgresEventStore({ connection: api }),
  connection: owner,
  progress: ({ step }) => {
    if (step === at) process.kill(process.pid, 'SIGKILL');
  },
});
