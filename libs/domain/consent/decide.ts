import { accepted, type CitizenId, type ConsentId, type Decision, type Instant, open, plus, refused } from '../../kernel/index.js';
import type { PersonName } from '../person.js';
import type { Policy } from '../policy/cn-1.js';
import { covers, type Purpose, type Scope } from '../scope.js';
import type { Consent, Terms } from './consent.js';
import type { ConsentEvent } from './events.js';

/** Why a consent command was refused. `not-found` is what everybody but the two parties hears. */
export type ConsentRefusal = 'not-found' | 'code-expired' | 'window' | 'purpose' | 'too-many-consents' | 'wider-than-asked' | 'own-code' | 'under-age' | 'consent-not-open' | 'consent-not-live';

type ConsentDecision = Decision<ConsentEvent, ConsentRefusal>;

/** A viewer asks. `held`: their live consents and open requests, from the read model. */
export interface RequestConsent {
  readonly consent: ConsentId;
  readonly viewer: CitizenId;
  readonly terms: Terms;
  readonly label: string;
  readonly codeHash: string;
  readonly held: number;
  readonly at: Instant;
}

export function request(command: RequestConsent, consent: Consent, policy: Policy): ConsentDecision {
  if (consent.status !== 'none') return accepted();
  if (command.held >= policy.consent.heldAtMost) return refused('too-many-consents');
  const wrong = outside(command.terms, command.at, policy);
  if (wrong !== undefined) return wrong;
  const { viewer, terms, codeHash, label, at } = command;
  const codeUntil = plus(at, policy.consent.codeLife);
  return accepted({ type: 'ConsentRequested', data: { consent: command.consent, viewer, ...terms, codeHash, codeUntil, label: open(label), at } });
}

/** A person opens the code they were handed. Binding is to the first account; unknown, wrong, expired and taken codes are one refusal. */
export interface OpenCode {
  readonly opener: CitizenId;
  readonly codeHash: string;
  readonly at: Instant;
}

export function openCode({ opener, codeHash, at }: OpenCode, consent: Consent): ConsentDecision {
  if (consent.status !== 'requested' && consent.status !== 'opened') return refused('code-expired');
  if (consent.codeHash !== codeHash || at >= consent.codeUntil) return refused('code-expired');
  if (consent.status === 'opened') return consent.subject === opener ? accepted() : refused('code-expired');
  if (consent.viewer === opener) return refused('own-code');
  return accepted({ type: 'ConsentCodeOpened', data: { consent: consent.consent, viewer: consent.viewer, subject: opener, at } });
}

/** The subject grants what was asked or less. `mayGrantAlone`: false under 14, and while the subject's age cannot be read. */
export interface GrantConsent {
  readonly by: CitizenId;
  readonly terms: Terms;
  readonly viewerName: PersonName;
  readonly mayGrantAlone: boolean;
  readonly at: Instant;
}

export function grant({ by, terms, viewerName, mayGrantAlone, at }: GrantConsent, consent: Consent, policy: Policy): ConsentDecision {
  if (!isSubject(consent, by)) return refused('not-found');
  if (consent.status === 'live') return accepted();
  if (consent.status !== 'opened') return refused('consent-not-open');
  if (!mayGrantAlone) return refused('under-age');
  const { asked } = consent;
  if (terms.purpose !== asked.purpose || !covers(asked.scope, terms.scope) || terms.until > asked.until) return refused('wider-than-asked');
  const wrong = outside(terms, at, policy);
  if (wrong !== undefined) return wrong;
  const { viewer, subject } = consent;
  return accepted({
    type: 'ConsentGranted',
    data: { consent: consent.consent, viewer, subject, ...terms, policy: policy.version, viewerName: open(viewerName), at },
  });
}

/** One of the two acts on a consent that exists. */
export interface ConsentAct {
  readonly consent: ConsentId;
  readonly by: CitizenId;
  readonly at: Instant;
}

export function decline({ by, at }: ConsentAct, consent: Consent): ConsentDecision {
  if (!isSubject(consent, by)) return refused('not-found');
  if (consent.status === 'declined') return accepted();
  if (consent.status !== 'opened') return refused('consent-not-open');
  return accepted({ type: 'ConsentDeclined', data: { consent: consent.consent, viewer: consent.viewer, subject: consent.subject, at } });
}

/** The subject takes it back. Twice, or after another end, changes nothing. */
export function revoke(command: ConsentAct, consent: Consent): ConsentDecision {
  if (!isSubject(consent, command.by)) return refused('not-found');
  return end('ConsentRevoked', command, consent);
}

/** The viewer gives it up. */
export function relinquish(command: ConsentAct, consent: Consent): ConsentDecision {
  if (viewerOf(consent) !== command.by) return refused('not-found');
  return end('ConsentRelinquished', command, consent);
}

function end(type: 'ConsentRevoked' | 'ConsentRelinquished', { consent: id, at }: ConsentAct, consent: Consent): ConsentDecision {
  if (consent.status === 'ended') return accepted();
  if (consent.status !== 'live') return refused('consent-not-live');
  return accepted({ type, data: { consent: id, viewer: consent.grant.viewer, subject: consent.grant.subject, at } });
}

function outside(terms: { scope: Scope; purpose: Purpose; until: Instant }, at: Instant, policy: Policy): ReturnType<typeof refused<ConsentRefusal>> | undefined {
  if (!policy.consent.purposes.includes(terms.purpose)) return refused('purpose', 'purpose');
  const length = terms.until - at;
  return length < policy.consent.shortest || length > policy.consent.longest[terms.scope] ? refused('window', 'until') : undefined;
}

type Bound = Extract<Consent, { subject: CitizenId } | { grant: unknown }>;

function isSubject(consent: Consent, citizen: CitizenId): consent is Bound {
  if (consent.status === 'live' || consent.status === 'ended') return consent.grant.subject === citizen;
  return (consent.status === 'opened' || consent.status === 'declined') && consent.subject === citizen;
}

/** Who asked, where there is a request. */
export function viewerOf(consent: Consent): CitizenId | undefined {
  if (consent.status === 'live' || consent.status === 'ended') return consent.grant.viewer;
  return consent.status === 'none' ? undefined : consent.viewer;
}
