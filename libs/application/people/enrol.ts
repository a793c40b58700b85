import { Injectable } from '@nestjs/common';
import {
  type Enrolled,
  type EnrolmentWay,
  enrol,
  FREE_ACCOUNT,
  type Identity,
  isAbandoned,
  link,
  release,
  type Reserved,
  reserve,
  sameIdentity,
  type Witness,
} from '../../domain/citizen/index.js';
import { ageInstants } from '../../domain/guardianship/index.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { AccountId, type CitizenId, type EventId, type IdentityId, type Refused } from '../../kernel/index.js';
import { NAME_KEY_VERSION } from '../../vault/index.js';
import { Ledger } from '../ledger/index.js';
import { Names } from '../names.js';
import { Clock } from '../ports/index.js';
import { streams } from '../streams.js';
import { accountAggregate, citizenAggregate, identityAggregate } from './aggregates.js';
import { type Desk, settle } from './settle.js';

/** Where people are enrolled. */
@Injectable()
export class EnrolmentDesk implements Desk {
  constructor(
    readonly ledger: Ledger,
    readonly clock: Clock,
    readonly names: Names,
  ) {}
}

/** One act of enrolment, whichever way. Everything in it is the same when the act is taken again after a crash. */
export interface EnrolmentAct {
  readonly way: EnrolmentWay;
  /** Who may finish what this act begins: the account, `COUNTER`, or the claim's id. */
  readonly maker: string;
  /** Who the document's holder becomes where the document is free. */
  readonly citizen: CitizenId;
  /** Admitted (`admitIdentity`). */
  readonly person: Identity;
  readonly phone: string | null;
  /** The account that will speak for them. */
  readonly account: AccountId | undefined;
  readonly witness: Witness | undefined;
  readonly eventId: (stream: string, ordinal: number) => EventId;
}

/** All counters are one maker: whoever sees the document next finishes what a crash left. */
export const COUNTER = 'counter';

/**
 * How a description stands to who is enrolled. `theirs`: the document is this citizen's, and name and birth date agree. `unfinished`: somebody else's
 * enrolment with this document was begun. None of it is ever told to whoever sent the description.
 */
export type Standing =
  | { readonly kind: 'unknown' | 'mismatch' | 'unfinished' | 'linked-elsewhere' }
  | { readonly kind: 'theirs'; readonly citizen: CitizenId; readonly enrolled: Enrolled };

/** Looks a described person up without writing anything. */
export async function findPerson({ ledger, names }: EnrolmentDesk, person: Identity): Promise<Standing> {
  const { state } = await ledger.load(identityAggregate, streams.identity(names.identity(person.document)));
  return state.status === 'free' ? { kind: 'unknown' } : compare({ ledger }, state.citizen, person);
}

/** After a reservation that came to nothing was given back, the document is free: once by this act, once by another's. */
const ROUNDS = 3;

/**
 * Reserves the document, links the account, enrols the person; each step only where it is not done yet. The citizen id in the reservation wins, and only
 * its maker goes on. An account that already speaks for somebody else gives the document back, and one that nobody can finish any more is given back for them.
 */
export async function enrolPerson(desk: EnrolmentDesk, act: EnrolmentAct): Promise<Standing | Refused<'busy'>> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const taken = await takeSteps(desk, act);
    if (taken !== 'again') return taken;
  }
  return { kind: 'refused', code: 'busy' };
}

async function takeSteps(desk: EnrolmentDesk, act: EnrolmentAct): Promise<Standing | Refused<'busy'> | 'again'> {
  const identity = desk.names.identity(act.person.document);
  const { maker, eventId } = act;
  const own = await ownCitizen(desk, act);
  const reserved = await settle(desk, {
    of: identityAggregate,
    stream: streams.identity(identity),
    eventId,
    decide: (state, at) => reserve({ identity, citizen: own, maker, keyVersion: NAME_KEY_VERSION, at }, state),
  });
  if (reserved.kind === 'refused') return reserved;
  if (reserved.state.status === 'free') return { kind: 'unknown' };
  const { citizen } = reserved.state;
  if (reserved.state.maker !== maker) {
    const freed = await freeAbandoned(desk, reserved.state, act);
    return freed === 'kept' ? compare(desk, citizen, act.person) : freed;
  }
  const linked = await linkTo(desk, act, citizen);
  if (linked === undefined) return finish(desk, act, citizen);
  if (linked.code === 'busy') return { kind: 'refused', code: 'busy' };
  // Where nobody was enrolled as whom the account speaks for, the document is theirs: reserved anew.
  return giveBack(desk, act, { identity, citizen, maker }, own === act.citizen ? { kind: 'linked-elsewhere' } : 'again');
}

/** Whom the act enrols: whoever its account speaks for, where that enrolment was cut short before its last step; under a document that was renewed since, they are the same person. */
async function ownCitizen({ ledger }: Desk, { account, citizen }: EnrolmentAct): Promise<CitizenId> {
  if (account === undefined) return citizen;
  const { state } = await ledger.load(accountAggregate, streams.account(account));
  return state.status === 'free' || (await isEnrolled(ledger, state.citizen)) ? citizen : state.citizen;
}

/** Gives somebody's reservation back where they can no longer finish what they began with it. */
export async function freeAbandoned(desk: EnrolmentDesk, reservation: Reserved, act: Pick<EnrolmentAct, 'person' | 'eventId'>): Promise<'again' | 'kept' | Refused<'busy'>> {
  const { document } = act.person;
  const [holder, account] = await Promise.all([
    desk.ledger.load(citizenAggregate, streams.citizen(reservation.citizen)),
    // A claim's id has the form of an account's, and no such account; a counter's has none.
    reservation.maker === COUNTER ? undefined : desk.ledger.load(accountAggregate, streams.account(AccountId(reservation.maker))),
  ]);
  if (!isAbandoned({ reservation, document, holder: holder.state, account: account?.state ?? FREE_ACCOUNT })) return 'kept';
  return giveBack(desk, act, { ...reservation, identity: desk.names.identity(document) }, 'again');
}

async function isEnrolled(ledger: Ledger, citizen: CitizenId): Promise<boolean> {
  const { state } = await ledger.load(citizenAggregate, streams.citizen(citizen));
  return state.status !== 'none';
}

async function linkTo(desk: Desk, { account, person, witness, eventId }: EnrolmentAct, citizen: CitizenId): Promise<Refused<'busy' | 'linked-elsewhere'> | undefined> {
  if (account === undefined) return undefined;
  const linked = await settle(desk, {
    of: accountAggregate,
    stream: streams.account(account),
    eventId,
    decide: (state, at) => link({ account, citizen, fourteen: ageInstants(person.birthDate, CN_1).fourteen, witness, at }, state),
  });
  return linked.kind === 'refused' ? linked : undefined;
}

async function giveBack<T>(
  desk: Desk,
  { eventId }: Pick<EnrolmentAct, 'eventId'>,
  { identity, citizen, maker }: Pick<Reserved, 'citizen' | 'maker'> & { readonly identity: IdentityId },
  then: T,
): Promise<T | Refused<'busy'>> {
  const released = await settle(desk, {
    of: identityAggregate,
    stream: streams.identity(identity),
    eventId,
    decide: (state, at) => release({ identity, citizen, maker, at }, state),
  });
  return released.kind === 'refused' ? released : then;
}

async function finish(desk: Desk, act: EnrolmentAct, citizen: CitizenId): Promise<Standing | Refused<'busy'>> {
  const { way, person, phone, witness, eventId } = act;
  const enrolled = await settle(desk, {
    of: citizenAggregate,
    stream: streams.citizen(citizen),
    eventId,
    decide: (state, at) => enrol({ citizen, way, person, phone, witness, at }, state),
  });
  return enrolled.kind === 'refused' ? enrolled : standing(enrolled.state, citizen, person);
}

async function compare({ ledger }: Pick<Desk, 'ledger'>, citizen: CitizenId, person: Identity): Promise<Standing> {
  const { state } = await ledger.load(citizenAggregate, streams.citizen(citizen));
  return standing(state, citizen, person);
}

function standing(state: Enrolled | { readonly status: 'none' }, citizen: CitizenId, person: Identity): Standing {
  if (state.status === 'none') return { kind: 'unfinished' };
  return sameIdentity(person, state) ? { kind: 'theirs', citizen, enrolled: state } : { kind: 'mismatch' };
}
