import { Injectable } from '@nestjs/common';
import { type Enrolled, type EnrolmentWay, enrol, type Identity, link, release, reserve, sameIdentity, type Witness } from '../../domain/citizen/index.js';
import type { AccountId, CitizenId, EventId, IdentityId, Refused } from '../../kernel/index.js';
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

/**
 * Reserves the document, links the account, enrols the person; each step only where it is not done yet. The citizen id in the reservation wins, and only
 * its maker goes on. An account that already speaks for somebody else gives the document back.
 */
export async function enrolPerson(desk: EnrolmentDesk, act: EnrolmentAct): Promise<Standing | Refused<'busy'>> {
  const identity = desk.names.identity(act.person.document);
  const { maker, eventId } = act;
  const reserved = await settle(desk, {
    of: identityAggregate,
    stream: streams.identity(identity),
    eventId,
    decide: (state, at) => reserve({ identity, citizen: act.citizen, maker, keyVersion: NAME_KEY_VERSION, at }, state),
  });
  if (reserved.kind === 'refused') return reserved;
  if (reserved.state.status === 'free') return { kind: 'unknown' };
  const { citizen } = reserved.state;
  if (reserved.state.maker !== maker) return compare(desk, citizen, act.person);
  const linked = await linkTo(desk, act, citizen);
  if (linked === undefined) return finish(desk, act, citizen);
  return linked.code === 'busy' ? { kind: 'refused', code: 'busy' } : giveBack(desk, act, { identity, citizen });
}

async function linkTo(desk: Desk, { account, witness, eventId }: EnrolmentAct, citizen: CitizenId): Promise<Refused<'busy' | 'linked-elsewhere'> | undefined> {
  if (account === undefined) return undefined;
  const linked = await settle(desk, {
    of: accountAggregate,
    stream: streams.account(account),
    eventId,
    decide: (state, at) => link({ account, citizen, witness, at }, state),
  });
  return linked.kind === 'refused' ? linked : undefined;
}

async function giveBack(
  desk: Desk,
  { maker, eventId }: EnrolmentAct,
  { identity, citizen }: { readonly identity: IdentityId; readonly citizen: CitizenId },
): Promise<Standing | Refused<'busy'>> {
  const released = await settle(desk, {
    of: identityAggregate,
    stream: streams.identity(identity),
    eventId,
    decide: (state, at) => release({ identity, citizen, maker, at }, state),
  });
  return released.kind === 'refused' ? released : { kind: 'linked-elsewhere' };
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
