import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningInstance } from '../../../apps/cli/src/instance/run-file.js';
import { tokenAs } from '../../../apps/issuer/development.js';
import { Cluster, removeCluster } from '../../../libs/embedded-postgres/index.js';
import type { Bench } from '../bench.js';
import { inTurns, measuredAs, type Side } from '../pairs.js';
import { makeBare, type Started, startBare, startWhole } from './programs.js';

/** P18: from nothing to an instance that decides, on data that is there, against the database alone. */
export const bench: Bench = {
  names: ['P18'],
  what: 'a cold start: database, schema, master key, API and its first 200, against the bare database',
  async run(run) {
    const folder = mkdtempSync(join(tmpdir(), 'xinma-cold-start-'));
    // As root, the server's system user passes through.
    chmodSync(folder, 0o711);
    const [home, bare] = [join(folder, 'home'), join(folder, 'bare')];
    try {
      run.progress('P18: making both data folders');
      await makeBare(bare);
      await whole(home).turn();
      const sides = [whole(home), side('bare embedded-postgres', () => startBare(bare))] as const;
      // The first start finds what was just made on its way to the disk: neither side's counts.
      for (const each of sides) await each.turn();
      return [measuredAs(await inTurns(run, { name: 'P18', unit: 'ms', sides, rounds: run.quick ? 5 : 9 }), { atMost: 1.5 })];
    } finally {
      await removeCluster(join(home, 'postgres'));
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function side(name: string, start: () => Promise<Started>, check?: () => Promise<void>): Side {
  return {
    name,
    async turn() {
      const started = await start();
      try {
        await check?.();
      } finally {
        await started.stop();
      }
      return started.milliseconds;
    },
  };
}

/** Ours, each start checked: it knows who asks, and leaves no server behind. */
function whole(home: string): Side {
  const asked = side('xinma start', () => startWhole(home), () => decides(home));
  return {
    name: asked.name,
    async turn() {
      const milliseconds = await asked.turn();
      if (Cluster.running({ folder: join(home, 'postgres') }) !== undefined) throw new Error('the database outlived its instance');
      return milliseconds;
    },
  };
}

/** A 200 that stood for nothing would be no start: the first decision takes issuer, gate, store and vault. */
async function decides(home: string): Promise<void> {
  const { address, issuer } = runningInstance(home) ?? {};
  if (address === undefined || issuer === undefined) throw new Error('the instance does not say where it is');
  const authorization = `Bearer ${await tokenAs(issuer, 'wang-fang')}`;
  const me = await fetch(new URL('/v1/me', address), { headers: { authorization } });
  const { code } = (await me.json()) as { code?: unknown };
  if (me.status !== 404 || code !== 'not-enrolled') throw new Error(`a stranger to the log was answered ${me.status}`);
  const duty = await fetch(new URL('/v1/registry/claims/next', address), { method: 'POST', headers: { authorization, 'idempotency-key': 'cold-start-1' } });
  if (duty.status !== 403) throw new Error(`somebody without a duty was answered ${duty.status}`);
}
