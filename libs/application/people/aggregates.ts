import {
  type Account,
  accountCodec,
  type AccountEvent,
  type Citizen,
  citizenCodec,
  type CitizenEvent,
  evolveAccount,
  evolveCitizen,
  evolveReservation,
  FREE_ACCOUNT,
  FREE_DOCUMENT,
  identityCodec,
  type IdentityEvent,
  NOBODY,
  type Reservation,
} from '../../domain/citizen/index.js';
import type { Aggregate } from '../ledger/index.js';

/** Sign-in accounts, as the ledger loads and records them. */
export const accountAggregate: Aggregate<Account, AccountEvent> = { codec: accountCodec, initial: FREE_ACCOUNT, evolve: evolveAccount };

/** Documents. */
export const identityAggregate: Aggregate<Reservation, IdentityEvent> = { codec: identityCodec, initial: FREE_DOCUMENT, evolve: evolveReservation };

/** People. */
export const citizenAggregate: Aggregate<Citizen, CitizenEvent> = { codec: citizenCodec, initial: NOBODY, evolve: evolveCitizen };
