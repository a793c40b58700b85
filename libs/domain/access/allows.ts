import type { CitizenId, Instant } from '../../kernel/index.js';
import type { AgeInstants } from '../guardianship/events.js';
import type { Purpose, Scope } from '../scope.js';
import type { Basis, GuardianshipFacts } from './basis.js';

/** What a viewer asks for. */
export interface Asked {
  readonly viewer: CitizenId;
  readonly scope: Scope;
  readonly purpose: Purpose;
}

/** What a holder was granted, in words that do not change when it is revoked or suspended. */
export interface GrantedTerms {
  readonly scope: Scope;
  readonly purposes: readonly Purpose[];
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * `yes`: what may be shown, within [from, until). `outside-grant`: the holder's own terms, computed from the grant alone, alike whether it is live or not.
 * `no`: everything else, which all look the same.
 */
export type Answer =
  | { readonly kind: 'yes'; readonly scope: Scope; readonly hidesInstitution: boolean; readonly from: Instant; readonly until: Instant }
  | { readonly kind: 'outside-grant'; readonly terms: GrantedTerms }
  | { readonly kind: 'no' };

/** Why a view was refused to its own holder (everybody else hears `not-found`), or a page of one's own log. */
export type AccessRefusal = 'outside-grant' | 'cursor';

/** The answer of somebody who holds no key: `as-age-allows` stands for a `yes` on which age has its say. */
export type ClearAnswer = 'yes' | 'as-age-allows' | 'outside-grant' | 'no';

/** May this be shown now? The one rule on views of another person: pure, and closed where there is no basis or its ages cannot be read. */
export function allows(asked: Asked, basis: Basis | undefined, now: Instant): Answer {
  const ages = basis?.kind === 'guardianship' ? agesOf(basis.facts) : null;
  return basis === undefined || ages === 'shut' ? { kind: 'no' } : judge(asked, offerOf(basis, ages), now);
}

/** The clear half of `allows`, for replay: everything but age. Where it says no, `allows` never said yes. */
export function clearlyAllows(asked: Asked, basis: Basis | undefined, now: Instant): ClearAnswer {
  if (basis === undefined) return 'no';
  const { kind } = judge(asked, offerOf(basis, null), now);
  return kind === 'yes' && basis.kind === 'guardianship' && basis.facts.byAge ? 'as-age-allows' : kind;
}

/** The holder's own terms at `now`; undefined while their ages cannot be read. */
export function termsOf(basis: Basis, now: Instant): GrantedTerms | undefined {
  const ages = basis.kind === 'guardianship' ? agesOf(basis.facts) : null;
  return ages === 'shut' ? undefined : terms(offerOf(basis, ages), now);
}

/** The terms as far as they stand in clear: everything but age. */
export function clearTermsOf(basis: Basis): GrantedTerms {
  const offer = offerOf(basis, null);
  return terms(offer, offer.from);
}

/** A basis as one window per scope (null: not offered), all beginning at `from`. */
interface Offer {
  readonly viewer: CitizenId;
  readonly purposes: readonly Purpose[];
  readonly from: Instant;
  readonly ends: { readonly status: Instant; readonly results: Instant | null };
  readonly hidesInstitution: boolean;
  readonly live: boolean;
}

function judge(asked: Asked, offer: Offer, now: Instant): Answer {
  if (asked.viewer !== offer.viewer || now < offer.from) return { kind: 'no' };
  const until = offer.ends[asked.scope];
  if (until === null || now >= until || !offer.purposes.includes(asked.purpose)) return { kind: 'outside-grant', terms: terms(offer, now) };
  return offer.live ? { kind: 'yes', scope: asked.scope, hidesInstitution: offer.hidesInstitution, from: offer.from, until } : { kind: 'no' };
}

function terms({ ends, purposes, from }: Offer, now: Instant): GrantedTerms {
  // Results that ended before status (a child turned 14) are no longer part of the terms; a grant whose windows end together keeps them.
  if (ends.results !== null && (now < ends.results || ends.results === ends.status)) return { scope: 'results', purposes, from, until: ends.results };
  return { scope: 'status', purposes, from, until: ends.status };
}

function offerOf(basis: Basis, ages: AgeInstants | null): Offer {
  if (basis.kind === 'guardianship') return guardianOffer(basis.facts, ages);
  const { viewer, purpose, scope, from, until, toGuardian } = basis.grant;
  return { viewer, purposes: [purpose], from, ends: { status: until, results: scope === 'results' ? until : null }, hidesInstitution: toGuardian, live: basis.live };
}

function guardianOffer({ guardian, purposes, from, reviewAt, until, scope, status }: GuardianshipFacts, ages: AgeInstants | null): Offer {
  const end = until === null ? reviewAt : earlier(reviewAt, until);
  const ends = {
    status: ages === null ? end : earlier(end, ages.eighteen),
    results: scope === 'status' ? null : ages === null ? end : earlier(end, ages.fourteen),
  };
  return { viewer: guardian, purposes, from, ends, hidesInstitution: true, live: status === 'live' };
}

/** Ages that should be there and are not are as good as unreadable. */
const agesOf = ({ byAge, ages }: GuardianshipFacts): AgeInstants | null | 'shut' => (byAge && ages === null ? 'shut' : ages);

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
