import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { type Run, runningInstance } from '../../apps/cli/src/instance/run-file.js';
import { removeCluster } from '../../libs/embedded-postgres/index.js';
import { Command } from '../kit/command.js';
import { eventually } from '../kit/eventually.js';

const home = mkdtempSync(join(tmpdir(), 'xinma-home-'));
const pidFile = join(home, 'postgres', 'data', 'postmaster.pid');
const serverPid = (): number => Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) => Command.run(args, { XINMA_HOME: home, ...more });

let running: Command | undefined;

async function start(environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  running = new Command(['start'], { XINMA_HOME: home, PORT: '0', ...environment });
  while (running.child.exitCode === null) {
    const found = runningInstance(home);
    if (found?.pid === running.child.pid && found?.address !== undefined) return found;
    await sleep(20);
  }
  throw new Error(`did not start: ${running.output}`);
}

const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null | undefined> => running?.end(signal);

/** Position of the log, as `xinma status` says it. */
async function logPosition(): Promise<string | undefined> {
  const [code, said] = await run(['status']);
  expect(code).toBe(0);
  return /^log +(\d+)/m.exec(said)?.[1];
}

async function refused(environment: Readonly<Record<string, string>>): Promise<string> {
  const [code, said] = await run(['start'], environment);
  expect(code).toBe(1);
  return said;
}

describe('An instance', () => {
  afterEach(async () => {
    if (running?.child.exitCode === null && running.child.signalCode === null) await stop();
  });
  afterAll(async () => {
    await removeCluster(join(home, 'postgres'));
    rmSync(home, { recursive: true, force: true });
  });

  it('starts on an empty folder, says where it is, and at SIGTERM ends with its database', async () => {
    const { address } = await start();
    expect((await fetch(`${address}/health`)).status).toBe(200);
    expect(await stop()).toBe(0);
    expect(running?.output).toContain(`xinma is running on ${address}`);
    expect([existsSync(pidFile), existsSync(join(home, 'run.json'))]).toEqual([false, false]);
  }, 30_000);

  it('finds its data at the second start, and ends at Ctrl-C like at SIGTERM', async () => {
    await start();
    expect((await run(['appoint', '--as', 'li-na', '--role', 'registrar', '--institution', 'haidian-registry']))[0]).toBe(0);
    // What was taken back is not given again by a start, though the cast would have it.
    expect((await run(['appoint', '--as', 'nurse-xu', '--role', 'clinic', '--institution', 'haidian-clinic', '--end']))[0]).toBe(0);
    // Before institutions had ids, a place could be called by what has the form of one: nobody is appointed there, but may be taken back.
    const former = ['appoint', '--as', 'li-na', '--role', 'clinic', '--institution', 'ab'.repeat(16)];
    expect(await run(former)).toEqual([1, expect.stringContaining('not 32 hex digits')]);
    expect(await run([...former, '--end'])).toEqual([1, expect.stringContaining('refused: not-appointed')]);
    const before = await logPosition();
    expect(await stop('SIGINT')).toBe(0);
    await start();
    expect(await logPosition()).toBe(before);
  }, 60_000);

  it('gives tokens that the API takes', async () => {
    const { address } = await start();
    const [code, token] = await run(['token', '--as', 'wang-fang']);
    expect(code).toBe(0);
    const answer = await fetch(`${address}/v1/me`, { headers: { authorization: `Bearer ${token.trim()}` } });
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'not-enrolled' }]);
  }, 30_000);

  it('recovers after kill -9, whose database went on without it', async () => {
    await start();
    const [orphan, before] = [serverPid(), await logPosition()];
    await stop('SIGKILL');
    expect(serverPid()).toBe(orphan);
    await start();
    expect(serverPid()).not.toBe(orphan);
    expect(await logPosition()).toBe(before);
  }, 30_000);

  it('recovers after both were killed, where the number in the pid file is another process’s by now', async () => {
    await start();
    const database = serverPid();
    await stop('SIGKILL');
    const file = readFileSync(pidFile, 'utf8');
    process.kill(database, 'SIGKILL');
    await eventually(() => existsSync(`/proc/${database}/fd`) && readFileSync(`/proc/${database}/cmdline`, 'utf8') !== '', (runs) => !runs);
    writeFileSync(pidFile, file.replace(String(database), String(process.pid)));
    const { address } = await start();
    expect((await fetch(`${address}/ready`)).status).toBe(200);
  }, 30_000);

  it('lets a second API process work beside it, and no second start', async () => {
    await start();
    expect(await refused({ PORT: '0' })).toContain(`an instance already runs on ${home}: process ${running?.child.pid}`);
    const beside = new Command(['api'], { XINMA_HOME: home });
    const address = await beside.said(/running on (\S+)/);
    expect((await fetch(`${address}/ready`)).status).toBe(200);
    expect(await beside.end('SIGTERM')).toBe(0);
  }, 30_000);

  it('names PORT where the port asked for is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    expect(await refused({ PORT: port })).toContain(`PORT ${port} is taken: set another`);
    taken.close();
    expect(await refused({ HOST: 'no-such-host.invalid' })).toContain('HOST must be ');
  });

  it('makes nothing where a command finds no instance', async () => {
    const elsewhere = join(home, 'elsewhere');
    expect([...(await run(['status'], { XINMA_HOME: elsewhere })), existsSync(elsewhere)]).toEqual([1, `no instance runs on ${elsewhere}: npm start\n`, false]);
  });

  it('refuses a folder whose data another master key sealed, and leaves no database running', async () => {
    expect(await refused({ PORT: '0', XINMA_MASTER_KEY: 'ab'.repeat(32) })).toContain('this data was sealed under another master key');
    expect([existsSync(pidFile), existsSync(join(home, 'run.json'))]).toEqual([false, false]);
  }, 30_000);

  it('names every variable that is wrong, before anything starts', async () => {
    const said = await refused({ PORT: 'http', LOG_LEVEL: 'loud', NODE_ENV: 'production' });
    for (const variable of ['PORT', 'LOG_LEVEL', 'OIDC_ISSUER', 'XINMA_MASTER_KEY']) expect(said).toContain(`${variable} must be `);
    expect(existsSync(join(home, 'run.json'))).toBe(false);
  });
});
