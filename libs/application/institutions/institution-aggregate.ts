import { evolveInstitution, type Institution, institutionCodec, type InstitutionEvent, NO_INSTITUTION } from '../../domain/institution/index.js';
import type { Aggregate } from '../ledger/index.js';

/** Institutions, as the ledger loads and records them. */
export const institutionAggregate: Aggregate<Institution, InstitutionEvent> = { codec: institutionCodec, initial: NO_INSTITUTION, evolve: evolveInstitution };
