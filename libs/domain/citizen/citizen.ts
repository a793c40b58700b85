import type { AccountId, CitizenId, Instant, Private } from '../../kernel/index.js';
import type { CalendarDate, IdentityDocument, PersonName } from '../person.js';
import type { EnrolmentWay } from './events.js';

/** One sign-in account: at most one citizen, for good. `at`: when it was last seen that it is theirs. */
export type Account = { readonly status: 'free' } | { readonly status: 'linked'; readonly account: AccountId; readonly citizen: CitizenId; readonly at: Instant };

/** One document: at most one citizen. Only `maker` finishes the enrolment. */
export type Reservation = { readonly status: 'free' } | { readonly status: 'reserved'; readonly citizen: CitizenId; readonly maker: string };

/** A document that was set aside. */
export type Reserved = Extract<Reservation, { status: 'reserved' }>;

/** One person; everything about them may be shut. */
export type Citizen =
  | { readonly status: 'none' }
  | {
      readonly status: 'enrolled';
      readonly citizen: CitizenId;
      readonly way: EnrolmentWay;
      readonly name: Private<PersonName>;
      readonly document: Private<IdentityDocument>;
      readonly birthDate: Private<CalendarDate>;
      readonly phone: Private<string | null>;
    };

/** Somebody who is enrolled. */
export type Enrolled = Extract<Citizen, { status: 'enrolled' }>;

/** Before anything happened. */
export const FREE_ACCOUNT: Account = { status: 'free' };

/** A document that is nobody's. */
export const FREE_DOCUMENT: Reservation = { status: 'free' };

/** A person whom nobody enrolled. */
export const NOBODY: Citizen = { status: 'none' };
