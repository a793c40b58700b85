import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Connection, withClient } from '../../libs/embedded-postgres/index.js';
import { type FreshDatabase, freshDatabase } from './postgres.js';

const ask = async (at: Connection, sql: string): Promise<unknown> => withClient(at, async (client) => Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0]);

describe('A fresh pair of databases', () => {
  let fresh: FreshDatabase;

  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  it('runs on a server with checksums that opens no port and lets statements out of its log', async () => {
    expect(await ask(fresh.superuser, 'SHOW data_checksums')).toBe('on');
    expect(await ask(fresh.superuser, 'SHOW listen_addresses')).toBe('');
    expect(await ask(fresh.superuser, 'SHOW log_min_error_statement')).toBe('panic');
    expect(await ask(fresh.superuser, 'SHOW server_version')).toMatch(/^18\./);
  });

  it('lets each part of the system in as its own role, without superuser rights', async () => {
    for (const at of [fresh.owner, fresh.api, fresh.projector, fresh.keysOwner, fresh.keys]) {
      expect(await ask(at, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).toBe(false);
    }
  });

  it('keeps the keys apart: nobody but their own role and their owner connects to their database', async () => {
    const keys = fresh.keys.database;
    await expect(ask({ ...fresh.api, database: keys }, 'SELECT 1')).rejects.toThrow('permission denied');
    await expect(ask({ ...fresh.projector, database: keys }, 'SELECT 1')).rejects.toThrow('permission denied');
    await expect(ask({ ...fresh.keys, database: fresh.api.database }, 'SELECT 1')).rejects.toThrow('permission denied');
  });

  it('asks for the password', async () => {
    await expect(ask({ ...fresh.api, password: 'guessed' }, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });
});
