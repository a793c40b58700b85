import type { CitizenId, Instant } from '../../kernel/index.js';
import type { Consent, Grant } from '../consent/consent.js';
import type { AgeInstants } from '../guardianship/events.js';
import type { Purpose, Scope } from '../scope.js';

/**
 * One confirmed guardianship, as the fold of its dependent's stream gives it: live in [from, min(reviewAt, until)) and as age allows. `ages` is null where
 * age has no say, `shut` where this process cannot read it: then nothing is allowed. `byAge` says in clear whether age has a say.
 */
export interface GuardianshipFacts {
  readonly guardian: CitizenId;
  readonly dependent: CitizenId;
  readonly scope: Scope;
  readonly purposes: readonly Purpose[];
  readonly byAge: boolean;
  readonly ages: AgeInstants | null | 'shut';
  readonly from: Instant;
  readonly reviewAt: Instant;
  readonly until: Instant | null;
  readonly status: 'live' | 'suspended' | 'ended';
}

/** What a view of somebody else can stand on: something that was granted or confirmed, live or not. */
export type Basis =
  | { readonly kind: 'consent'; readonly grant: Grant; readonly live: boolean }
  | { readonly kind: 'guardianship'; readonly facts: GuardianshipFacts };

/** A consent as a basis; undefined while nothing was granted. */
export const consentBasis = (consent: Consent): Basis | undefined =>
  consent.status === 'live' || consent.status === 'ended' ? { kind: 'consent', grant: consent.grant, live: consent.status === 'live' } : undefined;

/** A guardianship as a basis. */
export const guardianshipBasis = (facts: GuardianshipFacts): Basis => ({ kind: 'guardianship', facts });

/** Who may look, and at whom. */
export const partiesOf = (basis: Basis): { readonly viewer: CitizenId; readonly subject: CitizenId } =>
  basis.kind === 'consent' ? { viewer: basis.grant.viewer, subject: basis.grant.subject } : { viewer: basis.facts.guardian, subject: basis.facts.dependent };
