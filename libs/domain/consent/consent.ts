import type { CitizenId, ConsentId, Instant } from '../../kernel/index.js';
import type { Purpose, Scope } from '../scope.js';

/** What was asked for, or granted. */
export interface Terms {
  readonly scope: Scope;
  readonly purpose: Purpose;
  readonly until: Instant;
}

/** What was granted: the window is [from, until). `toGuardian`: the viewer is the subject's guardian, too. */
export interface Grant extends Terms {
  readonly viewer: CitizenId;
  readonly subject: CitizenId;
  readonly from: Instant;
  readonly toGuardian: boolean;
}

interface Request {
  readonly consent: ConsentId;
  readonly viewer: CitizenId;
  readonly asked: Terms;
  readonly codeHash: string;
  readonly codeUntil: Instant;
}

/** One consent. A declined one has no terms to misuse; an ended one keeps its grant so that its holder's own terms can be told. */
export type Consent =
  | { readonly status: 'none' }
  | ({ readonly status: 'requested' } & Request)
  | ({ readonly status: 'opened'; readonly subject: CitizenId } & Request)
  | { readonly status: 'declined'; readonly viewer: CitizenId; readonly subject: CitizenId }
  | { readonly status: 'live'; readonly grant: Grant }
  | { readonly status: 'ended'; readonly grant: Grant };

/** Before anything happened. */
export const NO_CONSENT: Consent = { status: 'none' };
