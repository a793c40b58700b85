import { CreateLedger1795392000000 } from './1795392000000-create-ledger.js';

/** All migrations of the schema `ledger`, oldest first. */
export const ledgerMigrations = [CreateLedger1795392000000];
