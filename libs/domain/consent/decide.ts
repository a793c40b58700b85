import { accepted, type CitizenId, type ConsentId, type Decision, type Instant, open, plus, type Refused, refused } from '../../kernel/index.js';
import type { AgeInstants } from '../guardianship/events.js';
import type { PersonName } from '../person.js';
import type { Policy } from '../policy/cn-1.js';
import { covers } from '../scope.js';
import type { Consent, Terms } from './consent.js';
import type { ConsentEvent } from './events.js';

/** Why a consent command was refused. `not-found` is what everybody but the two parties hears. */
export type ConsentRefusal = 'not-found' | 'code-expired' | 'window' | 'purpose' | 'too-many-consents' | 'wider-than-asked' | 'under-age' | 'consent-not-open' | 'consent-not-live';

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

/** Opens a consent for its viewer, with a code that dies by the policy. */
export function request(command: RequestConsent, consent: Consent, policy: Policy): ConsentDecision {
  if (consent.status !== 'none') return accepted();
  if (command.held >= policy.consent.heldAtMost) return refused('too-many-consents');
  const wrong = outside(command.terms, command.at, policy);
  if (wrong !== undefined) return wrong;
  const { viewer, terms, codeHash, label, at } = command;
  const codeUntil = plus(at, policy.consent.codeLife);
  return accepted({ type: 'ConsentRequested', data: { consent: command.consent, viewer, ...terms, codeHash, codeUntil, policy: policy.version, label: open(label), at } });
}

/** A person opens the code they were handed. Binding is to the first account; unknown, wrong, expired, taken and one's own codes are one refusal. */
export interface OpenCode {
  readonly opener: CitizenId;
  readonly codeHash: string;
  readonly at: Instant;
}

/** Binds the request to the first account that brings its code in time. */
export function openCode({ opener, codeHash, at }: OpenCode, consent: Consent): ConsentDecision {
  if (consent.status !== 'requested' && consent.status !== 'opened') return refused('code-expired');
  if (consent.codeHash !== codeHash || at >= consent.codeUntil) return refused('code-expired');
  if (consent.status === 'opened') return consent.subject === opener ? accepted() : refused('code-expired');
  // Another word for one's own code would tell the viewer whether the other person has opened it.
  if (consent.viewer === opener) return refused('code-expired');
  return accepted({ type: 'ConsentCodeOpened', data: { consent: consent.consent, viewer: consent.viewer, subject: opener, at } });
}

/**
 * The subject grants what was asked or less. `ages`: when the subject's age changes what they may do alone, `shut` where their birth date cannot be read. `linkedAt`: when it was last seen
 * that the account is theirs; undefined where it is nobody's.
 */
export interface GrantConsent {
  readonly by: CitizenId;
  readonly terms: Terms;
  readonly viewerName: PersonName;
  readonly ages: AgeInstants | 'shut';
  readonly linkedAt: Instant | undefined;
  readonly viewerIsGuardian: boolean;
  readonly at: Instant;
}

/** Makes the consent live, at most as wide as it was asked. */
export function grant(command: GrantConsent, consent: Consent, policy: Policy): ConsentDecision {
  const { terms, ages, viewerIsGuardian: toGuardian, at } = command;
  if (!isSubject(consent, command.by)) return refused('not-found');
  if (consent.status === 'live') return accepted();
  if (consent.status !== 'opened') return refused('consent-not-open');
  if (ages === 'shut' || !ofAge(command, ages)) return refused('under-age');
  const from = countsFrom(command, ages, policy);
  const wrong = wider(terms, consent.asked) ?? outside(terms, at, policy, from);
  if (wrong !== undefined) return wrong;
  const { viewer, subject } = consent;
  const { scope, purpose, until } = terms;
  const viewerName = open(command.viewerName);
  return accepted({ type: 'ConsentGranted', data: { consent: consent.consent, viewer, subject, scope, purpose, from, until, toGuardian, policy: policy.version, viewerName, at } });
}

/** Whether it is somebody of 14, and who they are was seen since. Who made a child's account may hold it still: a parent would grant themselves what the child is asked for. */
const ofAge = ({ linkedAt, at }: GrantConsent, { fourteen }: AgeInstants): boolean => at >= fourteen && linkedAt !== undefined && linkedAt >= fourteen;

/** A minor's results reach their own guardian a day later: nobody has to grant them on the spot. */
const countsFrom = ({ terms, viewerIsGuardian, at }: GrantConsent, { eighteen }: AgeInstants, policy: Policy): Instant =>
  viewerIsGuardian && terms.scope === 'results' && at < eighteen ? plus(at, policy.guardianship.ownConsentDelay) : at;

/** One of the two acts on a consent that exists. */
export interface ConsentAct {
  readonly consent: ConsentId;
  readonly by: CitizenId;
  readonly at: Instant;
}

/** The subject says no to what was asked; twice changes nothing. */
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

type Wrong = Refused<ConsentRefusal> | undefined;

function wider(terms: Terms, asked: Terms): Wrong {
  if (!covers(asked.scope, terms.scope)) return refused('wider-than-asked', 'scope');
  if (terms.purpose !== asked.purpose) return refused('wider-than-asked', 'purpose');
  return terms.until > asked.until ? refused('wider-than-asked', 'until') : undefined;
}

/** A window that counts from `from` must leave the shortest one; its end is at most the longest one after `at`. */
function outside(terms: Terms, at: Instant, policy: Policy, from = at): Wrong {
  if (!policy.consent.purposes.includes(terms.purpose)) return refused('purpose', 'purpose');
  return terms.until - from < policy.consent.shortest || terms.until - at > policy.consent.longest[terms.scope] ? refused('window', 'until') : undefined;
}

type Bound = Extract<Consent, { subject: CitizenId } | { grant: unknown }>;

const isSubject = (consent: Consent, citizen: CitizenId): consent is Bound => subjectOf(consent) === citizen;

/** Who asked, where there is a request. */
export function viewerOf(consent: Consent): CitizenId | undefined {
  if (consent.status === 'live' || consent.status === 'ended') return consent.grant.viewer;
  return consent.status === 'none' ? undefined : consent.viewer;
}

/** Whom it is about, as soon as somebody opened the code. */
export function subjectOf(consent: Consent): CitizenId | undefined {
  if (consent.status === 'live' || consent.status === 'ended') return consent.grant.subject;
  return consent.status === 'opened' || consent.status === 'declined' ? consent.subject : undefined;
}
