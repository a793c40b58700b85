import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Connection, demandSchema, migrate, type MigrationClass, MIGRATION_SETS, type MigrationSet, withClient } from '../../libs/embedded-postgres/index.js';
import { LOCKS } from '../../libs/read-models/index.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';

/** A migration of the future. */
function migration(name: string, text: string): MigrationClass {
  return class implements MigrationInterface {
    readonly name = name;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(text);
    }
    down(): Promise<void> {
      throw new Error('never');
    }
  };
}

/** Our sets with more migrations at the end of some. */
const withMore = (more: Readonly<Record<string, readonly MigrationClass[]>>): readonly MigrationSet[] =>
  MIGRATION_SETS.map((set) => ({ ...set, migrations: [...set.migrations, ...(more[set.table] ?? [])] }));

const ADDS = migration('AddsAColumn1895392000000', `ALTER TABLE read_model.person ADD COLUMN since bigint`);
const ADDS_KEYS = migration('AddsATable1895392000000', 'CREATE TABLE vault.other ()');
const SLOW = migration('AddsSlowly1895392000001', 'SELECT pg_sleep(0.5); CREATE TABLE ledger.once ()');
const FAILS = migration('Fails1895392000002', 'SELECT 1 / 0');

describe('A new schema', () => {
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.drop());

  const known = MIGRATION_SETS.map(({ migrations }) => migrations.map((each) => new each().name ?? each.name));
  const there = (at: Connection, relation: string): Promise<unknown> => withClient(at, async (client) => (await client.query(`SELECT to_regclass('${relation}') IS NOT NULL AS there`)).rows);
  const applied = (table: string): Promise<unknown> =>
    withClient(database.owner, async (client) => (await client.query<{ name: string }>(`SELECT name FROM public.${table} ORDER BY id`)).rows.map(({ name }) => name));

  it('is brought in once where two start at once, and whoever waits goes on', async () => {
    const sets = withMore({ ledger_migration: [SLOW], read_model_migration: [ADDS] });
    await Promise.all([migrate(database, { sets }), migrate(database, { sets }), migrate(database, { sets })]);
    expect(await applied('ledger_migration')).toEqual([...(known[0] ?? []), 'AddsSlowly1895392000001']);
    expect(await there(database.owner, 'ledger.once')).toEqual([{ there: true }]);
  });

  it('is not waited for without end', async () => {
    const working = migrate(database, { sets: withMore({ ledger_migration: [SLOW] }) });
    const held = async (): Promise<boolean> => withClient(database.superuser, async (client) => (await client.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 4 AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)).rows.length > 0);
    while (!(await held())) await sleep(5);
    await expect(migrate(database, { sets: withMore({ read_model_migration: [ADDS] }), patience: 50 })).rejects.toThrow('another migration has been under way for 50 ms');
    await working;
  });

  it('does not wait for anybody who is at the read models: a replay of a long log would outlast its patience', async () => {
    await withClient(database.owner, async (client) => {
      for (const lock of Object.values(LOCKS)) await client.query(`SELECT pg_advisory_lock(${lock})`);
      await expect(migrate(database, { sets: withMore({ read_model_migration: [ADDS] }), patience: 50 })).resolves.toBeUndefined();
    });
  });

  it('of which one migration fails is not there at all, whichever of the schemas it is of, and the one that failed is named', async () => {
    const [ledger, readModels, vault] = [[SLOW], [ADDS], [ADDS_KEYS]];
    const attempts = [
      { ledger_migration: [FAILS], read_model_migration: readModels, vault_migration: vault },
      { ledger_migration: ledger, read_model_migration: [ADDS, FAILS], vault_migration: vault },
      { ledger_migration: ledger, read_model_migration: readModels, vault_migration: [ADDS_KEYS, FAILS] },
    ];
    for (const more of attempts) {
      await expect(migrate(database, { sets: withMore(more) })).rejects.toThrow('the migration Fails1895392000002 failed (22012 division by zero); nothing was changed');
      expect([await there(database.owner, 'ledger.once'), await there(database.keysOwner, 'vault.other')]).toEqual([[{ there: false }], [{ there: false }]]);
      expect([await applied('ledger_migration'), await applied('read_model_migration')]).toEqual(known.slice(0, 2));
    }
    await expect(demandSchema({ log: database.api, keys: database.keys })).resolves.toBeUndefined();
  });

  it('gives up where a table is in use, rather than make everybody wait behind it', async () => {
    await withClient(database.superuser, async (client) => {
      await client.query('BEGIN; SELECT FROM read_model.person');
      await expect(migrate(database, { sets: withMore({ read_model_migration: [ADDS] }) })).rejects.toThrow('the migration AddsAColumn1895392000000 failed (55P03');
      await client.query('ROLLBACK');
    });
    await migrate(database, { sets: withMore({ read_model_migration: [ADDS] }) });
  }, 30_000);

  it('of a newer version is good for an older one, unless it took something away', async () => {
    await migrate(database, { sets: withMore({ read_model_migration: [ADDS], vault_migration: [ADDS_KEYS] }) });
    await demandSchema({ log: database.api, keys: database.keys });
    await demandSchema({ log: database.projector });
    await migrate(database);
    await migrate(database, { sets: withMore({ read_model_migration: [ADDS, migration('ContractPersons1895392000003', 'SELECT 1')] }) });
    for (const old of [() => demandSchema({ log: database.api }), () => migrate(database)]) await expect(old()).rejects.toThrow('the schema is of a newer version of xinma (ContractPersons1895392000003)');
  });

  it('is demanded by whoever does not migrate', async () => {
    const newer = demandSchema({ log: database.api, keys: database.keys }, withMore({ vault_migration: [ADDS_KEYS] }));
    await expect(newer).rejects.toThrow("the schema of the keys' database is older than this version: run xinma migrate");
    await withClient(database.superuser, (client) => client.query('DROP TABLE public.ledger_migration'));
    await expect(demandSchema({ log: database.api })).rejects.toThrow('the schema of the log is older than this version');
  });
});
