import { CreateLedger1795392000000 } from './1795392000000-create-ledger.js';
import { AppendInOneCall1795420800000 } from './1795420800000-append-in-one-call.js';
import { ContractPlaces1795888800000 } from './1795888800000-contract-places.js';

/** All migrations of the schema `ledger`, oldest first. */
export const ledgerMigrations = [CreateLedger1795392000000, AppendInOneCall1795420800000, ContractPlaces1795888800000];
