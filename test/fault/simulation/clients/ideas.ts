import type { Terms } from '../../../../libs/domain/consent/index.js';
import { PURPOSES, SCOPES } from '../../../../libs/domain/scope.js';
import { type CitizenId, ConsentId, instant, MINUTE, plus, SECOND } from '../../../../libs/kernel/index.js';
import type { Random } from '../machine/random.js';
import { EPOCH } from '../machine/simulated-clock.js';
import type { Command } from './command.js';
import { FOUND, type Town } from './town.js';

/** A request whose code its viewer handed to somebody. */
export interface KnownConsent {
  readonly consent: ConsentId;
  readonly code: string;
  readonly viewer: CitizenId;
  readonly handedTo: CitizenId;
  readonly terms: Terms;
}

/** What a step is decided on. */
export interface Situation {
  readonly random: Random;
  readonly town: Town;
  readonly consents: readonly KnownConsent[];
  /** Consents of which a client has heard that they were granted, and not that they ended. */
  readonly granted: ReadonlySet<string>;
  /** In milliseconds since the run began. */
  readonly now: number;
}

/** What comes to somebody's mind; undefined where there is nothing to do it to. */
type Idea = (situation: Situation, by: CitizenId) => Command | undefined;

const ofViewer = ({ consents }: Situation, by: CitizenId) => consents.filter(({ viewer }) => viewer === by);
const handedTo = ({ consents }: Situation, by: CitizenId) => consents.filter((known) => known.handedTo === by);
const oneOf = <T>(random: Random, list: readonly T[]): T | undefined => list[random.below(list.length)];
const scopeOf = (random: Random) => (random.chance(0.7) ? 'status' : 'results');
const purposeOf = (random: Random) => (random.chance(0.9) ? 'FAMRQT' : 'SUPNWK');

const view = ({ random }: Situation, by: CitizenId, basis: Extract<Command, { kind: 'view' }>['basis'] | undefined): Command | undefined =>
  basis && { kind: 'view', by, basis, scope: scopeOf(random), purpose: purposeOf(random) };

const act =
  (kind: 'decline' | 'revoke' | 'relinquish', whose: typeof ofViewer): Idea =>
  (situation, by) => {
    // Now and then by somebody whose it is not.
    const known = oneOf(situation.random, situation.random.chance(0.05) ? situation.consents : whose(situation, by));
    return known && { kind, by, consent: known.consent };
  };

/** For as long as a consent may last at least, or a little longer: its end comes within the run, at a whole second as it is typed. */
export function terms(random: Random, now: number): Terms {
  const until = Math.ceil((now + 5 * MINUTE + random.below(40) * SECOND) / SECOND) * SECOND;
  return { scope: random.pick(SCOPES), purpose: random.chance(0.9) ? 'FAMRQT' : random.pick(PURPOSES), until: instant(EPOCH + until) };
}

const IDEAS: Readonly<Record<string, Idea>> = {
  view: (situation, by) => {
    const own = ofViewer(situation, by);
    const granted = own.filter(({ consent }) => situation.granted.has(consent));
    return view(situation, by, oneOf(situation.random, granted.length === 0 || situation.random.chance(0.15) ? own : granted)?.consent);
  },
  ward: (situation, by) => {
    const { wards } = situation.town;
    const own = wards.filter(({ guardian }) => guardian === by);
    return view(situation, by, oneOf(situation.random, own.length === 0 || situation.random.chance(0.1) ? wards : own)?.guardianship);
  },
  foreign: (situation, by) => view(situation, by, oneOf(situation.random, situation.consents)?.consent ?? ConsentId(`c_${'00'.repeat(16)}`)),
  request: ({ random, now }, by) => ({ kind: 'request', by, terms: terms(random, now) }),
  open: (situation, by) => {
    const known = oneOf(situation.random, situation.random.chance(0.1) ? situation.consents : handedTo(situation, by));
    return known && { kind: 'open', by, code: known.code };
  },
  grant: (situation, by) => {
    const known = oneOf(situation.random, handedTo(situation, by));
    return known && { kind: 'grant', by, consent: known.consent, terms: situation.random.chance(0.8) ? known.terms : { ...known.terms, scope: 'status' } };
  },
  decline: act('decline', handedTo),
  revoke: act('revoke', handedTo),
  relinquish: act('relinquish', ofViewer),
};

/** What a person does next. */
export function personal(situation: Situation, by: CitizenId): Command | undefined {
  const what = situation.random.weighted({ view: 9, ward: 4, foreign: 0.5, request: 2, open: 3, grant: 3, decline: 0.3, revoke: 1.2, relinquish: 0.8 });
  return IDEAS[what]?.(situation, by);
}

/** What the registrar does next: suspends and lifts, ends seldom. */
export function registrars({ random, town }: Situation): Command | undefined {
  const ward = oneOf(random, town.wards);
  return ward && { kind: random.weighted({ suspend: 5, reinstate: 6, end: 0.4 }), guardianship: ward.guardianship, reason: 'a reason' };
}

/** What the clinic does next: each correction says something that none said before. */
export function clinics({ random, town }: Situation): Command | undefined {
  const sample = oneOf(random, town.samples);
  if (sample === undefined) return undefined;
  if (random.chance(0.1)) return { kind: 'withdraw', sample, reason: 'mix-up' };
  const { test, reportedAt } = FOUND;
  const result = random.pick(['260415000', '260373001', '419984006']);
  return { kind: 'correct', sample, correction: { test, result, reportedAt, collectedAt: plus(FOUND.collectedAt, random.below(1_000_000)) }, reason: 'typing' };
}
