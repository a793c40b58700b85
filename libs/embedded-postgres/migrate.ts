import { DataSource, type MigrationInterface } from 'typeorm';
import { ledgerMigrations } from '../event-store-postgres/migrations/index.js';
import { readModelMigrations } from '../read-models/migrations/index.js';
import { vaultMigrations } from '../vault-postgres/migrations/index.js';
import type { Connection, Connections } from './connections.js';

/** A TypeORM migration; its class name ends in its date as 13 digits. */
export type MigrationClass = new () => MigrationInterface;

async function run(at: Connection, table: string, migrations: readonly MigrationClass[]): Promise<void> {
  if (migrations.length === 0) return;
  const { user, ...rest } = at;
  const source = new DataSource({ ...rest, type: 'postgres', username: user, migrations: [...migrations], migrationsTableName: table, poolSize: 1 });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

/** Brings both databases to the newest schema: the log first, since read models refer to it. Repeating it changes nothing. */
export async function migrate(at: Connections): Promise<void> {
  await run(at.owner, 'ledger_migration', ledgerMigrations);
  await run(at.owner, 'read_model_migration', readModelMigrations);
  await run(at.keysOwner, 'vault_migration', vaultMigrations);
}
