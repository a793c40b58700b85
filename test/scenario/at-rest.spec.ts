import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { onClusterAtRest } from '../../apps/cli/src/instance/at-rest.js';
import { clusterFolder } from '../../apps/cli/src/instance/database.js';
import { Cluster, migrate, removeCluster } from '../../libs/embedded-postgres/index.js';
import { Command } from '../kit/command.js';
import { eventually } from '../kit/eventually.js';

const folder = mkdtempSync(join(tmpdir(), 'xinma-rest-'));
const at = (name: string): string => join(folder, name);
const MASTER = { XINMA_MASTER_KEY: 'ab'.repeat(32) };
const isUp = (home: string): boolean => Cluster.running({ folder: clusterFolder(home) }) !== undefined;

beforeAll(async () => {
  await onClusterAtRest(at('home'), async (cluster) => migrate(await cluster.prepare()));
  expect(await new Command(['backup', at('copy')], { XINMA_HOME: at('home'), ...MASTER }).end()).toBe(0);
}, 60_000);
afterAll(async () => {
  for (const home of ['home', 'new']) await removeCluster(clusterFolder(at(home)));
  rmSync(folder, { recursive: true });
}, 60_000);

describe('A database that a command started for itself', () => {
  it.each([
    ['doctor', 'SIGINT', ['doctor'], 'home'],
    ['backup', 'SIGTERM', ['backup', at('copy')], 'home'],
    ['restore', 'SIGHUP', ['restore', at('copy')], 'new'],
  ] as const)('ends with it, where %s is told to end (%s), and the home is free again', async (_name, signal, args, home) => {
    mkdirSync(at(home), { recursive: true });
    const command = new Command(args, { XINMA_HOME: at(home), ...MASTER });
    await eventually(() => isUp(at(home)) || command.child.exitCode !== null, (over) => over);
    expect(command.child.exitCode).toBeNull();
    expect([await command.end(signal), command.child.signalCode]).toEqual([expect.any(Number), null]);
    expect([isUp(at(home)), existsSync(join(at(home), 'run.json'))]).toEqual([false, false]);
  });

  it('is ended before anything is done with it, where the command is told while it starts', async () => {
    mkdirSync(at('early'));
    const command = new Command(['restore', at('copy')], { XINMA_HOME: at('early'), ...MASTER });
    await eventually(() => existsSync(join(at('early'), 'run.json')) || command.child.exitCode !== null, (over) => over);
    await command.end('SIGINT');
    expect(command.output).toBe('told to end: it was not done\n');
    expect([isUp(at('early')), existsSync(join(at('early'), 'run.json'))]).toEqual([false, false]);
    await removeCluster(clusterFolder(at('early')));
  });
});
