import type { MigrationInterface } from 'typeorm';
import { ledgerMigrations } from '../event-store-postgres/migrations/index.js';
import { readModelMigrations } from '../read-models/migrations/index.js';
import { vaultMigrations } from '../vault-postgres/migrations/index.js';

/** A TypeORM migration; its class name ends in its date as 13 digits. */
export type MigrationClass = new () => MigrationInterface;

/** Migrations of one schema, oldest first, and the table in which the database keeps what was applied. */
export interface MigrationSet {
  readonly table: string;
  readonly at: 'log' | 'keys';
  /** Roles that may read the table: those who serve look there whether the schema is theirs. */
  readonly readers: readonly string[];
  readonly migrations: readonly MigrationClass[];
}

/** All schemas: the log first, since read models refer to it. */
export const MIGRATION_SETS: readonly MigrationSet[] = [
  { table: 'ledger_migration', at: 'log', readers: ['xinma_api', 'xinma_projector'], migrations: ledgerMigrations },
  { table: 'read_model_migration', at: 'log', readers: ['xinma_api', 'xinma_projector'], migrations: readModelMigrations },
  { table: 'vault_migration', at: 'keys', readers: ['xinma_keys'], migrations: vaultMigrations },
];

/** What a migration is called in its table. */
export const nameOf = (migration: MigrationClass): string => new migration().name ?? migration.name;

/** A migration that takes something away, so that programs older than it can't run on what it leaves. Its name begins so. */
export const isContract = (name: string): boolean => name.startsWith('Contract');
