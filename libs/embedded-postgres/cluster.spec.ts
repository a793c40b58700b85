import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Cluster, demandWhole, hasCluster, removeCluster, withClient } from './index.js';

/** Starts a cluster in a process that is killed before its nth change to the file system; says so where it came to its end instead. */
const KILLED = `
  import fs from 'node:fs';
  import promises from 'node:fs/promises';
  import { syncBuiltinESMExports } from 'node:module';
  const [program, folder, after] = process.argv.slice(1);
  let left = Number(after);
  const counted = (owner, name) => {
    const change = owner[name];
    owner[name] = (...args) => {
      if (left-- === 0) process.kill(process.pid, 'SIGKILL');
      return change(...args);
    };
  };
  for (const name of ['mkdirSync', 'writeFileSync', 'renameSync', 'rmSync', 'chownSync', 'chmodSync']) counted(fs, name);
  for (const name of ['chown', 'rename']) counted(promises, name);
  syncBuiltinESMExports();
  const { Cluster } = await import(program);
  await (await Cluster.start({ folder })).stop();
  console.log('done');`;

let above: string;
let folder: string;
let secrets: string;
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'xinma-cluster-'));
  // So that the data is in the folder asked for, also for root.
  chmodSync(above, 0o711);
  folder = join(above, 'postgres');
  secrets = `${folder}.secrets.json`;
});
afterEach(async () => {
  await removeCluster(folder);
  rmSync(above, { recursive: true, force: true });
});

/** Starts it, asks it something and ends it. */
async function works(): Promise<void> {
  const cluster = await Cluster.start({ folder });
  try {
    await withClient(cluster.superuser(), (client) => client.query('SELECT 1'));
  } finally {
    await cluster.stop();
  }
}

async function startKilled(after: number): Promise<boolean> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', KILLED, resolve('dist/libs/embedded-postgres/cluster.js'), folder, String(after)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const output: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  await once(child, 'close');
  return output.length > 0;
}

describe('A first start', () => {
  it('that was killed at any point is not taken for one whose data is gone, and is finished by the next one', async () => {
    for (let point = 0, [kept, data] = [false, false]; !data; point += 1) {
      expect(await startKilled(point)).toBe(false);
      expect(() => demandWhole(folder)).not.toThrow();
      const firstKept = !kept && existsSync(secrets);
      [kept, data] = [kept || firstKept, hasCluster(folder)];
      // Making one takes long: where there are passwords for the first time, and where there is data.
      if (firstKept || data) await works();
      await removeCluster(folder);
      expect(readdirSync(above).filter((name) => !name.endsWith('.log'))).toEqual([]);
    }
  }, 120_000);
});

describe('A cluster whose data is gone', () => {
  it('is not begun anew beside its passwords, and comes back with its data', async () => {
    await works();
    const [data, away] = [join(folder, 'data'), join(above, 'away')];
    renameSync(data, away);
    await expect(Cluster.start({ folder })).rejects.toThrow(`${data} is not there, and ${secrets} holds the passwords of what was`);
    // What an unmounted volume leaves.
    mkdirSync(data);
    await expect(Cluster.start({ folder })).rejects.toThrow('mount or put back');
    expect(readdirSync(data)).toEqual([]);
    rmSync(data, { recursive: true });
    renameSync(away, data);
    await works();
  }, 60_000);
});

describe('Passwords that can’t be used', () => {
  it('are named by their file, never quoted, and asked for where there are none', async () => {
    await works();
    const kept = readFileSync(secrets);
    for (const text of ['{"postgres": hush', '{}']) {
      writeFileSync(secrets, text);
      const said = await Cluster.start({ folder }).then(String, String);
      expect(said).toContain(`${secrets} does not hold the passwords of the embedded PostgreSQL`);
      expect(said).not.toContain('hush');
    }
    rmSync(secrets);
    await expect(Cluster.start({ folder })).rejects.toThrow(`its passwords are missing: restore ${secrets}`);
    writeFileSync(secrets, kept, { mode: 0o600 });
  }, 60_000);
});
