import {
  accepted,
  type CitizenId,
  type ClaimId,
  type Decision,
  type GuardianshipId,
  guardianshipId,
  guardianshipsOf,
  type InstitutionId,
  type Instant,
  open,
  plus,
  refused,
} from '../../kernel/index.js';
import type { CalendarDate, PersonName } from '../person.js';
import type { Policy } from '../policy/cn-1.js';
import type { Scope } from '../scope.js';
import { ageInstants } from './age.js';
import type { Ground, GuardianshipEvent } from './events.js';
import { fits, isMinor, purposesOf } from './ground.js';
import { type Guardianship, guardianshipIn, type Guardianships } from './guardianships.js';
import { type ActingRegistrar, concerns } from './registrar.js';

/** Why an act on a guardianship was refused. */
export type GuardianshipRefusal = 'not-found' | 'conflict-of-interest' | 'guardianship-ended';

type GuardianshipDecision = Decision<GuardianshipEvent, GuardianshipRefusal>;

/** What two registrars agreed on, with the dependent's verified birth date. `offices`: proposer's first. */
export interface Confirm {
  readonly guardianship: GuardianshipId;
  readonly claim: ClaimId;
  readonly guardian: CitizenId;
  readonly guardianName: PersonName;
  readonly dependent: CitizenId;
  readonly birthDate: CalendarDate;
  readonly ground: Ground;
  readonly scope: Scope;
  readonly reviewAt: Instant;
  readonly until: Instant | null;
  readonly offices: readonly InstitutionId[];
  readonly at: Instant;
}

/** Confirms under the next ordinal, once for each claim. Where there is a guardian already, or the dependent is 14 or older, it takes effect later: they are told first. */
export function confirm(command: Confirm, all: Guardianships, policy: Policy): Decision<GuardianshipEvent, 'ordinal-taken' | 'ground-unfit'> {
  const { guardianship, claim, guardian, guardianName, dependent, birthDate, ground, scope, reviewAt, until, offices, at } = command;
  if (all.some((one) => one.claim === claim)) return accepted();
  const ordinal = all.length + 1;
  if (guardianship !== guardianshipId(guardianshipsOf(guardianship), ordinal)) return refused('ordinal-taken');
  if (!fits(ground, birthDate, at, policy)) return refused('ground-unfit');
  const byAge = isMinor(birthDate, at, policy);
  const ages = ageInstants(birthDate, policy);
  const told = at >= ages.fourteen || all.some((one) => stands(one, at));
  const from = told ? plus(at, policy.guardianship.delayWhenTold) : at;
  const parties = { guardianship, claim, ordinal, guardian, dependent };
  const terms = { scope, purposes: purposesOf(ground), byAge, from, reviewAt, until, policy: policy.version, offices };
  const secrets = { ground: open(ground), ages: open(byAge ? ages : null), guardianName: open(guardianName) };
  return accepted({ type: 'GuardianshipConfirmed', data: { ...parties, ...terms, ...secrets, at } });
}

/** True where somebody is a guardian, or will be or can be again. Age that cannot be read counts as young: it only delays. */
export function stands({ status, reviewAt, until, ages }: Guardianship, at: Instant): boolean {
  const outgrown = ages !== null && ages !== 'shut' && at >= ages.eighteen;
  return status !== 'ended' && at < reviewAt && (until === null || at < until) && !outgrown;
}

/** A registrar acts on a guardianship. */
export interface GuardianshipAct {
  readonly guardianship: GuardianshipId;
  readonly registrar: ActingRegistrar;
  readonly reason: string;
  readonly at: Instant;
}

/** Stops it at once, also before it took effect. Repeating it, or suspending one that ended, changes nothing. */
export const suspend = (command: GuardianshipAct, all: Guardianships): GuardianshipDecision =>
  act(command, all, ({ status }) => (status === 'live' ? 'GuardianshipSuspended' : 'nothing'));

/**
 * Lifts a suspension. Of one that is live it changes nothing, and is recorded all the same: ids of one dependent's guardianships are numbered, so whoever was
 * given one of them could otherwise try the others, and nobody would see it.
 */
export const reinstate = (command: GuardianshipAct, all: Guardianships): GuardianshipDecision =>
  act(command, all, ({ status }) => ({ live: 'GuardianshipReinstated', suspended: 'GuardianshipReinstated', ended: 'refused' } as const)[status]);

/** Ends it for good. */
export const end = (command: GuardianshipAct, all: Guardianships): GuardianshipDecision =>
  act(command, all, ({ status }) => (status === 'ended' ? 'nothing' : 'GuardianshipEnded'));

type Turn = 'GuardianshipSuspended' | 'GuardianshipReinstated' | 'GuardianshipEnded' | 'nothing' | 'refused';

function act({ guardianship, registrar, reason, at }: GuardianshipAct, all: Guardianships, turn: (one: Guardianship) => Turn): GuardianshipDecision {
  const one = guardianshipIn(all, guardianship);
  if (one === undefined) return refused('not-found');
  if (concerns(registrar, one.guardian) || concerns(registrar, one.dependent)) return refused('conflict-of-interest');
  const type = turn(one);
  if (type === 'refused') return refused('guardianship-ended');
  if (type === 'nothing') return accepted();
  const { guardian, dependent } = one;
  return accepted({ type, data: { guardianship, guardian, dependent, registrar: registrar.staff, office: registrar.office, reason: open(reason), at } });
}
