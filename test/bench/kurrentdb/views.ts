import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeCluster } from '../../../libs/embedded-postgres/index.js';
import type { XinmaClient } from '../../../libs/client/index.js';
import { clusterFolder } from '../../../apps/cli/src/instance/database.js';
import { ServerProcess } from '../../../apps/cli/src/instance/server-process.js';
import { eventually } from '../../kit/eventually.js';
import { granted } from '../../kit/granted.js';

const PEOPLE = ['li-na', 'chen-wei', 'wang-fang', 'liu-yang', 'ouyang-xue', 'aygul', 'maria-garcia', 'nguyen-an'] as const;

interface Viewing {
  readonly client: XinmaClient;
  readonly basis: string;
}

/** An instance whose log is in KurrentDB, and viewers with a consent each. */
export class Views {
  private constructor(
    private readonly home: string,
    private readonly server: ServerProcess,
    private readonly viewers: readonly Viewing[],
  ) {}

  static async start(viewers: number): Promise<Views> {
    Object.assign(process.env, { EVENT_STORE: 'kurrentdb' });
    const home = mkdtempSync(join(tmpdir(), 'xinma-bench-k-'));
    const server = new ServerProcess(home);
    await server.start();
    const clients = await Promise.all(PEOPLE.map((name) => server.as(name)));
    for (const client of clients) await client.POST('/v1/enrolments');
    const viewing: Viewing[] = [];
    for (let index = 0; index < viewers; index += 1) {
      const [viewer, subject] = [clients[index % clients.length], clients[(index + 1 + Math.floor(index / clients.length)) % clients.length]];
      if (viewer === undefined || subject === undefined) throw new Error('nobody');
      viewing.push({ client: viewer, basis: await granted(viewer, subject) });
    }
    // The read models of a new instance go through the whole log first.
    for (const each of viewing) await eventually(() => look(each), (status) => status === 200);
    return new Views(home, server, viewing);
  }

  /** Each viewer looks on and on; how long each look took, in milliseconds. */
  async latencies(milliseconds: number): Promise<readonly number[]> {
    const took: number[] = [];
    const until = performance.now() + milliseconds;
    const one = async ({ client, basis }: Viewing): Promise<void> => {
      for (let begun = performance.now(); begun < until; begun = performance.now()) {
        const status = await look({ client, basis });
        if (status !== 200) throw new Error(`a view was answered ${status}`);
        took.push(performance.now() - begun);
      }
    };
    await Promise.all(this.viewers.map(one));
    return took;
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await removeCluster(clusterFolder(this.home));
    rmSync(this.home, { recursive: true, force: true });
  }
}

async function look({ client, basis }: Viewing): Promise<number> {
  return (await client.POST('/v1/bases/{basis}/views', { params: { path: { basis } }, body: { scope: 'status', purpose: 'FAMRQT' } })).response.status;
}
