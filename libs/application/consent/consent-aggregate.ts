import { type Consent, consentCodec, type ConsentEvent, evolve, NO_CONSENT } from '../../domain/consent/index.js';
import type { Aggregate } from '../ledger/index.js';

/** Consents, as the ledger loads and records them. */
export const consentAggregate: Aggregate<Consent, ConsentEvent> = { codec: consentCodec, initial: NO_CONSENT, evolve, busy: true };
