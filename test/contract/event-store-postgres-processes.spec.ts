import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { PostgresEventStore, type PostgresEventStoreSettings, streamsWithGaps } from '../../libs/event-store-postgres/index.js';
import type { Told } from '../bench/two-appenders/child.js';
import type { Written } from '../bench/two-appenders/writers.js';
import { eventually } from '../kit/eventually.js';
import { freshDatabase } from '../kit/postgres.js';
import { followUntil } from './event-store/following.js';

const TURN: Told = { turn: { writers: 8, milliseconds: 600 } };

/** A process of its own that appends, each writer to a stream of theirs; it ends with an error where one is not told that its append is in. */
async function appender(open: PostgresEventStoreSettings): Promise<ChildProcess> {
  const child = fork(resolve('dist/test/bench/two-appenders/child.js'), { execArgv: [] });
  child.send({ open } satisfies Told);
  await once(child, 'message');
  return child;
}

async function write(child: ChildProcess): Promise<number> {
  child.send(TURN);
  const [written] = (await once(child, 'message')) as [Written];
  return written.events;
}

describe('Several processes that append to one log', () => {
  it('leave no gap in the log and none in a stream, also where one of them is killed meanwhile; a follower in another misses nothing', async () => {
    const database = await freshDatabase();
    const children = await Promise.all([1, 2, 3].map(() => appender({ connection: database.api })));
    const [one, other, killed] = children as [ChildProcess, ChildProcess, ChildProcess];
    const watcher = new PostgresEventStore({ connection: database.projector });
    const writing = Promise.all([write(one), write(other)]);
    killed.send(TURN);
    // Once each writer of each process is in the log, however long a busy machine takes to begin.
    await eventually(async () => new Set((await watcher.readAll(0n, 100_000)).map(({ stream }) => stream)).size, (streams) => streams === 24);
    killed.kill('SIGKILL');
    const acknowledged = (await writing).reduce((sum, events) => sum + events, 0);

    const head = await watcher.head();
    expect(Number(head)).toBeGreaterThan(acknowledged);
    const seen = await followUntil(watcher, 0n, Number(head));
    expect(seen.map(({ position }) => position)).toEqual(Array.from({ length: Number(head) }, (_, index) => BigInt(index + 1)));
    const written = await withClient(database.owner, async (client) => ({ gaps: await streamsWithGaps(client), streams: new Set(seen.map(({ stream }) => stream)).size }));
    expect(written).toEqual({ gaps: 0, streams: 24 });

    for (const child of [one, other]) {
      child.send('end' satisfies Told);
      await once(child, 'exit');
    }
    await watcher.close();
    await database.drop();
  }, 20_000);
});
