import type { MigrationClass } from '../../embedded-postgres/migrate.js';

/** Migrations of the keys' database, oldest first. */
export const vaultMigrations: readonly MigrationClass[] = [];
