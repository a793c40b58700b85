import type { AccountId, CitizenId, IdentityId, InstitutionId, Instant, Private, StaffId } from '../../kernel/index.js';
import type { CalendarDate, IdentityDocument, PersonName } from '../person.js';

/** The registrar who saw the person and the document; both null where nobody did (oneself, or the act that confirmed a guardianship). A staff act: in the citizen's log. */
interface SeenBy {
  readonly registrar: StaffId | null;
  readonly office: InstitutionId | null;
}

/** `account-<HMAC>`: this sign-in account speaks for this citizen; a second time where it was made before they were 14 and a registrar saw them since. In the stream named by the citizen (`Names.accountOf`): which account a registrar set aside for them. */
export interface AccountLinked {
  readonly type: 'AccountLinked';
  readonly data: SeenBy & { readonly account: AccountId; readonly citizen: CitizenId; readonly at: Instant };
}

/** `identity-<HMAC>`: this document is this citizen's. `maker` is the act that reserved it (an account, the counter or a claim): only it may finish the enrolment. */
export interface IdentityReserved {
  readonly type: 'IdentityReserved';
  readonly data: { readonly identity: IdentityId; readonly citizen: CitizenId; readonly maker: string; readonly keyVersion: number; readonly at: Instant };
}

/** The reservation came to nothing: the account was already linked to somebody else. */
export interface IdentityReleased {
  readonly type: 'IdentityReleased';
  readonly data: { readonly identity: IdentityId; readonly citizen: CitizenId; readonly at: Instant };
}

/** How a person came in: oneself, at a counter, or as a dependent by the act that confirms a guardianship. */
export const ENROLMENT_WAYS = ['self', 'counter', 'claim'] as const;
export type EnrolmentWay = (typeof ENROLMENT_WAYS)[number];

/** `citizen-<id>`: a person is known. Phone is E.164 or null. */
export interface CitizenEnrolled {
  readonly type: 'CitizenEnrolled';
  readonly data: SeenBy & {
    readonly citizen: CitizenId;
    readonly way: EnrolmentWay;
    readonly name: Private<PersonName>;
    readonly document: Private<IdentityDocument>;
    readonly birthDate: Private<CalendarDate>;
    readonly phone: Private<string | null>;
    readonly at: Instant;
  };
}

/** The verified phone number changed. */
export interface ContactChanged {
  readonly type: 'ContactChanged';
  readonly data: { readonly citizen: CitizenId; readonly phone: Private<string | null>; readonly at: Instant };
}

/** Events of an account's stream. */
export type AccountEvent = AccountLinked;

/** Events of a document's stream. */
export type IdentityEvent = IdentityReserved | IdentityReleased;

/** Events of a person's stream. */
export type CitizenEvent = CitizenEnrolled | ContactChanged;
