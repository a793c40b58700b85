import { Injectable } from '@nestjs/common';
import type { Citizen } from '../../domain/citizen/index.js';
import type { CalendarDate, IdentityDocument, PersonName } from '../../domain/person.js';
import type { Holder } from '../../domain/sample/index.js';
import { type AccountId, type CitizenId, type Instant, opened } from '../../kernel/index.js';
import { Ledger, type Memory } from '../ledger/index.js';
import { OPEN_AT_MOST, Remembered } from '../remembered.js';
import { streams } from '../streams.js';
import { accountAggregate, citizenAggregate } from './aggregates.js';

/** A person as they stand now, opened. */
export interface Person {
  readonly citizen: CitizenId;
  readonly name: PersonName;
  readonly document: IdentityDocument;
  readonly birthDate: CalendarDate;
  readonly phone: string | null;
}

/**
 * Who people are, read from their own streams at each call, and their keys asked for: an erased person is gone at once, whatever is remembered of them. For use cases that hold a reason;
 * never an answer by itself.
 */
@Injectable()
export class People {
  private readonly holders: Memory<Citizen> = new Remembered(REMEMBERED, OPEN_AT_MOST);

  constructor(private readonly ledger: Ledger) {}

  /** The person; undefined where nobody of that id is enrolled or their data cannot be opened. */
  async personOf(citizen: CitizenId): Promise<Person | undefined> {
    const { state } = await this.ledger.load(citizenAggregate, streams.citizen(citizen));
    return openPerson(state);
  }

  /** Many at once, in one round trip; those who are nobody or shut are missing. */
  async peopleOf(citizens: readonly CitizenId[]): Promise<ReadonlyMap<CitizenId, Person>> {
    const distinct = [...new Set(citizens)];
    const loaded = await this.ledger.loadMany(citizenAggregate, distinct.map(streams.citizen));
    return new Map(loaded.flatMap(({ state }) => openPerson(state) ?? []).map((person) => [person.citizen, person]));
  }

  /** What rows about these people are compared with, in one round trip; nothing else about them is opened. */
  async holdersOf(citizens: readonly CitizenId[]): Promise<ReadonlyMap<CitizenId, Holder>> {
    const loaded = await this.ledger.loadManyOnto(HOLDERS, [...new Set(citizens)].map(streams.citizen), this.holders);
    return new Map(loaded.map(({ state }) => holderOf(state)).filter((found) => found !== undefined));
  }

  /** When it was last seen that the account is its holder's; undefined for one that speaks for nobody. */
  async linkedAt(account: AccountId): Promise<Instant | undefined> {
    const { state } = await this.ledger.load(accountAggregate, streams.account(account));
    return state.status === 'linked' ? state.at : undefined;
  }

  /** The citizen that an account speaks for, once they are enrolled. */
  async citizenOf(account: AccountId): Promise<CitizenId | undefined> {
    const { state } = await this.ledger.load(accountAggregate, streams.account(account));
    if (state.status === 'free') return undefined;
    const { state: citizen } = await this.ledger.load(citizenAggregate, streams.citizen(state.citizen));
    return citizen.status === 'enrolled' ? citizen.citizen : undefined;
  }
}

/** Holders that are remembered: rows of one person often stand not far apart in a feed. */
const REMEMBERED = 4_000;

/** In the place of what holders are not compared by: it is not remembered. */
const LEFT_OUT = { kind: 'shut', sealed: '' } as const;

const HOLDERS: typeof citizenAggregate = {
  ...citizenAggregate,
  opens: new Set(['name', 'birthDate']),
  evolve: (before, event) => {
    const after = citizenAggregate.evolve(before, event);
    return after.status === 'none' ? after : { ...after, document: LEFT_OUT, phone: LEFT_OUT };
  },
};

function holderOf(state: Citizen): readonly [CitizenId, Holder] | undefined {
  if (state.status === 'none') return undefined;
  const name = opened(state.name);
  const birthDate = opened(state.birthDate);
  return name === undefined || birthDate === undefined ? undefined : [state.citizen, { name, birthDate }];
}

function openPerson(state: Citizen): Person | undefined {
  if (state.status === 'none') return undefined;
  const [name, document, birthDate, phone] = [opened(state.name), opened(state.document), opened(state.birthDate), opened(state.phone)];
  if (name === undefined || document === undefined || birthDate === undefined || phone === undefined) return undefined;
  return { citizen: state.citizen, name, document, birthDate, phone };
}
