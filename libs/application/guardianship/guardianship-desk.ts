import { Injectable } from '@nestjs/common';
import { type GuardianshipAct, guardianshipIn, type GuardianshipEvent, type GuardianshipRefusal, type Guardianships } from '../../domain/guardianship/index.js';
import { type Decision, type GuardianshipId, guardianshipsOf, refused } from '../../kernel/index.js';
import { Ledger, perform } from '../ledger/index.js';
import { done, type Outcome } from '../outcome.js';
import { Clock } from '../ports/index.js';
import type { CommandRequest } from '../request.js';
import { Ties } from '../staff/ties.js';
import { streams } from '../streams.js';
import { actingRegistrar, isRegistrar } from './acting-registrar.js';
import { guardianshipsAggregate } from './aggregates.js';

/** How a guardianship stands after a registrar's act. */
export interface GuardianshipHandled {
  readonly guardianship: GuardianshipId;
  readonly state: 'live' | 'suspended' | 'ended';
}

type Decide = (act: GuardianshipAct, all: Guardianships) => Decision<GuardianshipEvent, GuardianshipRefusal>;

/** Where registrars act on a guardianship whose id a party gave them. */
@Injectable()
export class GuardianshipDesk {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly ties: Ties,
  ) {}

  async act(request: CommandRequest, guardianship: GuardianshipId, reason: string, decide: Decide): Promise<Outcome<GuardianshipHandled>> {
    const { actor } = request;
    if (!isRegistrar(actor)) return refused('not-permitted');
    const ties = await this.ties.ownOf(actor);
    if (ties === undefined) return refused('read-models-behind');
    const stream = streams.guardianships(guardianshipsOf(guardianship));
    const before = await this.ledger.load(guardianshipsAggregate, stream);
    const one = guardianshipIn(before.state, guardianship);
    if (one === undefined) return refused('not-found');
    const registrar = await actingRegistrar(ties, actor, [one.guardian, one.dependent]);
    const performed = await perform(this.ledger, this.clock, {
      of: guardianshipsAggregate,
      stream,
      request,
      decide: (all, at) => decide({ guardianship, registrar, reason, at }, all),
    });
    if (performed.kind === 'refused') return performed;
    const after = guardianshipIn(performed.after.state, guardianship);
    return after === undefined ? refused('not-found') : done({ guardianship, state: after.status });
  }
}
