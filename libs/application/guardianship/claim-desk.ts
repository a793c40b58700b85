import { Injectable } from '@nestjs/common';
import type { Claim, ClaimAct, ClaimDecision } from '../../domain/guardianship/index.js';
import { type CitizenId, type ClaimId, refused } from '../../kernel/index.js';
import { Ledger, perform } from '../ledger/index.js';
import { done, type Outcome } from '../outcome.js';
import { People } from '../people/people.js';
import { Clock } from '../ports/index.js';
import type { CommandRequest } from '../request.js';
import { Ties } from '../staff/ties.js';
import { streams } from '../streams.js';
import { claimRegistrar, isRegistrar } from './acting-registrar.js';
import { claimAggregate } from './aggregates.js';

/** What every act on a claim is answered with, whatever came of it. */
export interface ClaimHandled {
  readonly claim: ClaimId;
}

/** Where registrars act on the claim they hold: finds out whom the act concerns, then decides. */
@Injectable()
export class ClaimDesk {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly people: People,
    readonly ties: Ties,
  ) {}

  async claim(id: ClaimId): Promise<Claim> {
    return (await this.ledger.load(claimAggregate, streams.claim(id))).state;
  }

  /** `others`: people besides the claimant whom the act concerns. */
  async act(request: CommandRequest, claim: ClaimId, decide: (act: ClaimAct, state: Claim) => ClaimDecision, others: readonly CitizenId[] = []): Promise<Outcome<ClaimHandled>> {
    const { actor } = request;
    if (!isRegistrar(actor)) return refused('not-permitted');
    const ties = await this.ties.ownOf(actor);
    if (ties === undefined) return refused('read-models-behind');
    const state = await this.claim(claim);
    if (state.status === 'none') return refused('not-found');
    const { ledger, people } = this;
    const registrar = await claimRegistrar({ ledger, people, ties }, this.clock.now(), actor, state, others);
    const performed = await perform(ledger, this.clock, {
      of: claimAggregate,
      stream: streams.claim(claim),
      request,
      decide: (state, at) => decide({ registrar, at }, state),
    });
    return performed.kind === 'refused' ? performed : done({ claim });
  }
}
