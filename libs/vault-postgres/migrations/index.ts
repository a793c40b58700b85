import { SubjectKeys1795392000000 } from './1795392000000-subject-keys.js';
import { InstitutionKeys1796040000000 } from './1796040000000-institution-keys.js';

/** Migrations of the keys' database, oldest first. */
export const vaultMigrations = [SubjectKeys1795392000000, InstitutionKeys1796040000000];
