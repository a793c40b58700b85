import { SubjectKeys1795392000000 } from './1795392000000-subject-keys.js';

/** Migrations of the keys' database, oldest first. */
export const vaultMigrations = [SubjectKeys1795392000000];
