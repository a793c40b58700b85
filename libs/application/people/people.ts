import { Injectable } from '@nestjs/common';
import type { Citizen } from '../../domain/citizen/index.js';
import type { CalendarDate, IdentityDocument, PersonName } from '../../domain/person.js';
import type { Holder } from '../../domain/sample/index.js';
import { type AccountId, type CitizenId, opened } from '../../kernel/index.js';
import { Ledger } from '../ledger/index.js';
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
 * Who people are, read from their own streams at each call: no cache, so that an erased person is gone at once. For use cases that hold a reason; never an
 * answer by itself.
 */
@Injectable()
export class People {
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
    const loaded = await this.ledger.loadMany(HOLDERS, [...new Set(citizens)].map(streams.citizen));
    const holders = new Map<CitizenId, Holder>();
    for (const { state } of loaded) {
      const holder = holderOf(state);
      if (state.status !== 'none' && holder !== undefined) holders.set(state.citizen, holder);
    }
    return holders;
  }

  /** The citizen that an account speaks for, once they are enrolled. */
  async citizenOf(account: AccountId): Promise<CitizenId | undefined> {
    const { state } = await this.ledger.load(accountAggregate, streams.account(account));
    if (state.status === 'free') return undefined;
    const { state: citizen } = await this.ledger.load(citizenAggregate, streams.citizen(state.citizen));
    return citizen.status === 'enrolled' ? citizen.citizen : undefined;
  }
}

const HOLDERS: typeof citizenAggregate = { ...citizenAggregate, opens: new Set(['name', 'birthDate']) };

function holderOf(state: Citizen): Holder | undefined {
  if (state.status === 'none') return undefined;
  const name = opened(state.name);
  const birthDate = opened(state.birthDate);
  return name === undefined || birthDate === undefined ? undefined : { name, birthDate };
}

function openPerson(state: Citizen): Person | undefined {
  if (state.status === 'none') return undefined;
  const [name, document, birthDate, phone] = [opened(state.name), opened(state.document), opened(state.birthDate), opened(state.phone)];
  if (name === undefined || document === undefined || birthDate === undefined || phone === undefined) return undefined;
  return { citizen: state.citizen, name, document, birthDate, phone };
}
