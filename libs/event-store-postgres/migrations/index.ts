import type { MigrationClass } from '../../embedded-postgres/migrate.js';

/** Migrations of the log, oldest first. */
export const ledgerMigrations: readonly MigrationClass[] = [];
