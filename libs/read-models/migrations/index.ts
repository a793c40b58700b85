import type { MigrationClass } from '../../embedded-postgres/migrate.js';

/** Migrations of the read models, oldest first. */
export const readModelMigrations: readonly MigrationClass[] = [];
