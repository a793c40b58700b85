import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { takeGround } from '../../apps/cli/src/restore/ground.js';
import { type Connection, withClient } from '../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { append, fact, freshStream } from '../contract/event-store/facts.js';
import { Command } from '../kit/command.js';
import { eventually } from '../kit/eventually.js';
import { newPasswords, OwnServer, runRolesSql } from '../kit/own-server.js';

const folder = mkdtempSync(join(tmpdir(), 'xinma-cut-'));
const copy = join(folder, 'copy');
const passwords = newPasswords();
let own: OwnServer;

const command = (args: readonly string[], more: Readonly<Record<string, string>> = {}): Command =>
  new Command(args, { XINMA_HOME: join(folder, 'home'), XINMA_MASTER_KEY: 'ab'.repeat(32), PORT: '0', DATABASE_URL: own.url, ...passwords, ...more });
const run = async (args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<readonly [number | null, string]> => {
  const running = command(args, more);
  // What should have refused and serves instead is ended.
  const impatient = setTimeout(() => running.child.kill('SIGKILL'), 20_000);
  const code = await running.end();
  clearTimeout(impatient);
  return [code, running.output];
};
const APPOINT = ['appoint', '--issuer', 'https://id.example', '--subject', 'first', '--role', 'registrar', '--institution', 'office-1'];
const KURRENTDB = { KURRENTDB_URL: 'esdb://127.0.0.1:1?tls=false', EVENT_STORE: 'kurrentdb' };

const as = (role: string, database = 'xinma'): Connection => own.as(`xinma_${role}`, passwords[`DATABASE_${role.toUpperCase()}_PASSWORD`] ?? '', database);
const count = async (of: string): Promise<number> => withClient(own.superuser('xinma'), async (client) => Number((await client.query<{ count: string }>(`SELECT count(*) FROM ${of}`)).rows[0]?.count));

/** Databases as roles.sql makes them. */
async function emptied(): Promise<void> {
  await withClient(own.superuser(), async (client) => {
    for (const name of ['xinma', 'xinma_keys']) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  await runRolesSql(own.superuser(), passwords);
}

/** Kills a restore between the clearing of the log and its load: it waits there for a lock of ours. */
async function cutBetween(): Promise<void> {
  const ours = new Client(own.superuser('xinma_keys'));
  await ours.connect();
  await ours.query('BEGIN; LOCK TABLE vault.subject_key IN ACCESS SHARE MODE');
  const cut = command(['restore', copy]);
  const waits = `SELECT FROM pg_stat_activity WHERE datname = 'xinma_keys' AND wait_event_type = 'Lock'`;
  await eventually(async () => (await withClient(own.superuser(), (client) => client.query(waits))).rows.length > 0 || cut.child.exitCode !== null, (waiting) => waiting);
  await cut.end('SIGKILL');
  await ours.end();
}

/** As an instance of a version that does not know the mark. */
async function appendOne(): Promise<void> {
  const store = new PostgresEventStore({ connection: as('api') });
  const verdict = await store.append(append(freshStream(), 'no-stream', fact()));
  await store.close();
  expect(verdict.kind).toBe('appended');
}

beforeAll(async () => {
  own = await OwnServer.start();
  await emptied();
  expect((await run(['migrate']))[0]).toBe(0);
  expect((await run(APPOINT))[0]).toBe(0);
  expect((await run(['backup', copy]))[0]).toBe(0);
  await emptied();
  expect((await run(['migrate']))[0]).toBe(0);
}, 60_000);
afterAll(async () => {
  await own?.stop();
  rmSync(folder, { recursive: true });
});

describe('Where a restore was cut', () => {
  it('nothing starts, serves or writes: what it recorded would be removed with the leavings', async () => {
    await cutBetween();
    for (const [args, more] of [[['start']], [['api']], [['projector']], [APPOINT], [['copy-log', '--from', 'postgres', '--to', 'kurrentdb'], KURRENTDB]] as const) {
      expect([args[0], ...(await run(args, more))]).toEqual([args[0], 1, expect.stringContaining('run xinma restore')]);
    }
    expect(await count('ledger.event')).toBe(0);
  }, 120_000);

  it('another one removes no event that is not in its backup, and says how it can be kept', async () => {
    await appendOne();
    expect(await run(['restore', copy])).toEqual([1, expect.stringMatching(/events that are not in this backup[^]*xinma backup/)]);
    expect(await count('ledger.event')).toBe(1);
    expect(await run(['backup', join(folder, 'way-out')])).toEqual([0, expect.stringContaining('backed up and read back: 1 events')]);
    await withClient(own.superuser('xinma'), (client) => client.query('TRUNCATE ledger.event'));
  }, 60_000);

  it('another one starts over from what it left, and from the whole log where its check was cut', async () => {
    expect(await run(['restore', copy])).toEqual([0, expect.stringMatching(/starts over[^]*restored: 2 events/)]);
    await withClient(as('owner'), (client) => client.query('CREATE TABLE public.xinma_restore ()'));
    expect(await run(['restore', copy])).toEqual([0, expect.stringMatching(/starts over[^]*restored: 2 events/)]);
    expect(await run(['restore', copy])).toEqual([1, expect.stringContaining('there is data already')]);
    expect((await run([...APPOINT, '--end']))[0]).toBe(0);
  }, 60_000);

  it('one that was found whole is complete, though nobody hears it', async () => {
    await withClient(own.superuser('xinma'), (client) => client.query('TRUNCATE ledger.event; CREATE TABLE public.xinma_restore ()'));
    const unheard = command(['restore', copy]);
    unheard.child.stdout?.destroy();
    expect([await unheard.end(), unheard.output]).toEqual([0, '']);
    expect([await count('ledger.event'), await count("pg_class WHERE relname = 'xinma_restore'")]).toEqual([2, 0]);
  });

  it('or begins, nobody is on the log, and nobody appended since it was looked at; else all stays as it was', async () => {
    const at = { owner: as('owner'), keysOwner: as('owner', 'xinma_keys') };
    await withClient(as('api'), () => expect(takeGround(at, 'empty', 2n)).rejects.toThrow('an instance runs on this database'));
    await expect(takeGround(at, 'empty', 0n)).rejects.toThrow('somebody appended to the log meanwhile');
    expect([await count('ledger.event'), await count("pg_class WHERE relname = 'xinma_restore'")]).toEqual([2, 0]);
  });
});
