import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { eventually } from '../../test/kit/eventually.js';
import { Cluster, removeCluster, withClient } from './index.js';

const STARTING = `
  const [program, folder] = process.argv.slice(1);
  const { Cluster } = await import(program);
  await Cluster.start({ folder });`;

it('A first start begins anew beside what the one before left running when it was killed, and neither spoils the other’s data', async () => {
  const above = mkdtempSync(join(tmpdir(), 'xinma-outlived-'));
  // So that the data is in the folder asked for, also for root.
  chmodSync(above, 0o711);
  const folder = join(above, 'postgres');
  try {
    const first = spawn(process.execPath, ['--input-type=module', '-e', STARTING, resolve('dist/libs/embedded-postgres/index.js'), folder], { stdio: 'ignore' });
    const begun = join(folder, 'data.new');
    await eventually(() => existsSync(begun) && readdirSync(begun, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith('postgresql.conf')), (is) => is);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const cluster = await Cluster.start({ folder });
    await withClient(cluster.superuser(), (client) => client.query('SELECT'));
    await cluster.stop();
    expect(readdirSync(folder)).toEqual(['data']);
  } finally {
    await removeCluster(folder);
    rmSync(above, { recursive: true, force: true });
  }
});
