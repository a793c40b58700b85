import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Connection, withClient } from '../../libs/embedded-postgres/index.js';
import { type Asked, Line, type Session } from '../../libs/event-store-postgres/line.js';
import { eventually } from '../kit/eventually.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { wireTo } from './event-store/wire.js';

/** Longer than a busy machine takes to answer. */
const PATIENT = 10_000;

describe('A session with the server', () => {
  let database: FreshDatabase;
  const lines: Line[] = [];
  const open = (session: Partial<Session> = {}, connection: Connection = database.api): Line => {
    const line = new Line(connection, { name: 'test', statementTimeout: 7_000, ...session });
    lines.push(line);
    return line;
  };
  const asSuperuser = (text: string): Promise<readonly object[]> => withClient(database.superuser, async (client) => (await client.query<object>(text)).rows);
  const ask = <T extends object>(line: Line, text: string): Promise<readonly T[]> => line.within(PATIENT, async (client) => (await client.query<T>(text)).rows);
  const pid = async (client: Asked): Promise<number | undefined> => (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;

  beforeAll(async () => {
    database = await freshDatabase();
    await asSuperuser(`do $$ begin execute format('alter database %I set default_transaction_isolation = serializable', current_database()); end $$`);
  });
  afterEach(() => Promise.all(lines.splice(0).map((line) => line.close())));
  afterAll(() => database.drop());

  it('is set up for what it is for, whatever the server has set', async () => {
    const settings = async (line: Line): Promise<object> =>
      Object.fromEntries((await ask<{ name: string; setting: string }>(line, `
        select name, setting from pg_settings where name in ('application_name', 'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'plan_cache_mode', 'enable_seqscan',
          'enable_bitmapscan', 'enable_hashjoin', 'enable_mergejoin', 'jit', 'default_transaction_isolation', 'bytea_output')`)).map(({ name, setting }) => [name, setting]));
    const set = {
      application_name: 'xinma test', statement_timeout: '7000', lock_timeout: '0', idle_in_transaction_session_timeout: '7000', plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off',
      enable_bitmapscan: 'off', enable_hashjoin: 'off', enable_mergejoin: 'off', jit: 'off', default_transaction_isolation: 'read committed', bytea_output: 'escape',
    };
    expect(await settings(open())).toEqual(set);
    expect(await settings(open({ name: 'other', lockTimeout: 321 }))).toEqual({ ...set, application_name: 'xinma other', lock_timeout: '321' });
  });

  it('gives bytes as they are, and numbers as large as they are', async () => {
    const [row] = await ask(open(), `select '\\x00ff5c41'::bytea as bytes, 9007199254740993::int8 as large, 7::int4 as small, 'a' as text, true as yes, null::int8 as nothing`);
    expect(row).toEqual({ bytes: Buffer.of(0, 0xff, 0x5c, 0x41), large: 9_007_199_254_740_993n, small: 7, text: 'a', yes: true, nothing: null });
  });

  it('is opened when it is needed, and is one for all who ask; what is under way is what it has to do', async () => {
    const line = open();
    expect(line.toDo).toBe(1);
    const asked = [line.within(PATIENT, pid), line.within(PATIENT, pid)];
    expect(line.toDo).toBe(2);
    const [one, other] = await Promise.all(asked);
    expect([typeof one, other, await line.within(PATIENT, pid)]).toEqual(['number', one, one]);
    expect([line.toDo, line.cuts]).toEqual([0, 0]);
  });

  it('says in one piece what is asked before an answer is waited for', async () => {
    const pieces: Buffer[] = [];
    const store = (bytes: Buffer): Buffer => {
      pieces.push(bytes);
      return bytes;
    };
    const wire = await wireTo(database.api.host, database.api.port, { store });
    const line = open({}, { ...database.api, host: wire.host });
    await line.within(PATIENT, pid);
    pieces.length = 0;
    await line.within(PATIENT, (client) => Promise.all([1, 2, 3].map((number) => client.query(`select ${number}`))));
    expect(pieces).toHaveLength(1);
    await line.close();
    await wire.close();
  });

  it('is cut where an answer takes too long, for all who wait; the next is another one', async () => {
    const line = open();
    const first = await line.within(PATIENT, pid);
    const asked = [line.within(50, (client) => client.query('select pg_sleep(5)')), line.within(PATIENT, (client) => client.query('select pg_sleep(5)'))];
    const [late, beside] = await Promise.allSettled(asked);
    expect(late).toMatchObject({ status: 'rejected', reason: new Error('no answer within 50 ms') });
    expect([beside?.status, line.cuts, line.toDo]).toEqual(['rejected', 1, 1]);
    expect(await line.within(PATIENT, pid)).not.toBe(first);
  });

  it('is cut where what it was opened for fails; the error is told as it is', async () => {
    const [line, failure] = [open(), new Error('a bug')];
    const first = await line.within(PATIENT, pid);
    await expect(line.within(PATIENT, () => Promise.reject(failure))).rejects.toBe(failure);
    expect(line.cuts).toBe(1);
    expect(await line.within(PATIENT, pid)).not.toBe(first);
  });

  it('that the server ended while nobody asked is known to be cut; the next is another one', async () => {
    const line = open();
    const first = await line.within(PATIENT, pid);
    await asSuperuser(`select pg_terminate_backend(${first})`);
    await eventually(async () => line.cuts, (cuts) => cuts === 1);
    expect(await line.within(PATIENT, pid)).not.toBe(first);
    expect(line.cuts).toBe(1);
  });

  it('that is not to be had fails, and is asked for again', async () => {
    const line = open({}, { ...database.api, host: '/nowhere' });
    await expect(line.within(PATIENT, pid)).rejects.toThrow('ENOENT');
    await expect(line.within(PATIENT, pid)).rejects.toThrow('ENOENT');
    expect(line.cuts).toBe(2);
  });

  it('is closed with a goodbye, after what was asked is answered; then nothing is asked any more', async () => {
    const line = open({ name: 'closing' });
    const last = line.within(PATIENT, pid);
    const [, closed] = await Promise.all([last, line.close()]);
    expect([typeof (await last), closed]).toEqual(['number', undefined]);
    await eventually(() => asSuperuser(`select from pg_stat_activity where application_name = 'xinma closing' and datname = current_database()`), (sessions) => sessions.length === 0);
    await expect(line.within(PATIENT, pid)).rejects.toThrow('closed');
    const never = open();
    await never.close();
    await expect(never.within(PATIENT, pid)).rejects.toThrow('closed');
  });

  it('is hung up after a second where the server does not listen', async () => {
    const wire = await wireTo(database.api.host, database.api.port);
    const line = open({}, { ...database.api, host: wire.host });
    await line.within(PATIENT, pid);
    wire.silence();
    const asked = line.within(PATIENT, pid).then(() => 'answered', () => 'cut');
    await sleep(10);
    await line.close();
    expect(await asked).toBe('cut');
    await wire.close();
  });
});
