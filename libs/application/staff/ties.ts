import { Injectable } from '@nestjs/common';
import { yearsLater } from '../../domain/guardianship/index.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import type { CitizenId, Instant } from '../../kernel/index.js';
import { LogEnd } from '../log-end.js';
import { Clock, ReadModels } from '../ports/index.js';
import type { Actor } from '../request.js';

/** Who has private dealings with whom, by read models that were found in time. */
export class KnownTies {
  constructor(
    private readonly readModels: Pick<ReadModels, 'haveTie'>,
    private readonly now: Instant,
  ) {}

  /** Whether two people have, or lately had, private dealings; somebody who is not enrolled has none. */
  async haveDealings(one: CitizenId | null, other: CitizenId): Promise<boolean> {
    return one !== null && this.readModels.haveTie(one, other, yearsLater(this.now, -CN_1.staff.tieYears, CN_1));
  }

  /** True where the person is the member of staff who acts, or somebody they have or lately had private dealings with. */
  async isTied({ citizen }: Actor, person: CitizenId): Promise<boolean> {
    return citizen !== undefined && (citizen === person || this.haveDealings(citizen, person));
  }

  /** Which of these people are tied to the member of staff who acts. Asked in one round trip; of somebody who is not enrolled, not at all. */
  async among(actor: Actor, people: readonly CitizenId[]): Promise<ReadonlySet<CitizenId>> {
    if (actor.citizen === undefined) return new Set();
    const ties = await Promise.all(people.map((person) => this.isTied(actor, person)));
    return new Set(people.filter((_, index) => ties[index]));
  }
}

/** Whom a member of staff who acts has dealings with, and nobody else's. */
export type OwnTies = Pick<KnownTies, 'isTied' | 'among'>;

/** The one way to ask who has private dealings with whom. Read models that stopped have heard of none since: staff would act on their own. */
@Injectable()
export class Ties {
  constructor(
    private readonly readModels: ReadModels,
    private readonly clock: Clock,
    private readonly logEnd: LogEnd,
  ) {}

  /** Undefined where read models are behind (`read-models-behind`). Asked before anybody is looked up, and whoever it will be about: to be told so says nothing of them. */
  async asOfNow(): Promise<KnownTies | undefined> {
    return (await this.logEnd.passedBy(this.readModels)) ? this.known() : undefined;
  }

  /** The same for what this member of staff does: who is not enrolled has dealings with nobody, and waits for nothing. */
  async ownOf({ citizen }: Actor): Promise<OwnTies | undefined> {
    return citizen === undefined ? this.known() : this.asOfNow();
  }

  private known(): KnownTies {
    return new KnownTies(this.readModels, this.clock.now());
  }
}
