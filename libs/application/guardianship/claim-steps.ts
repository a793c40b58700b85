import { Injectable } from '@nestjs/common';
import type { Claim, ClaimEvent, GuardianshipEvent, Guardianships } from '../../domain/guardianship/index.js';
import { CitizenId, type ClaimId, type Decision, EventId, type GuardianshipId, guardianshipsOf, type Instant, type Refused } from '../../kernel/index.js';
import { BlindIndex } from '../../vault/index.js';
import { Ledger } from '../ledger/index.js';
import { settle } from '../people/settle.js';
import { Clock } from '../ports/index.js';
import { streams } from '../streams.js';
import { claimAggregate, guardianshipsAggregate } from './aggregates.js';

type Decide<State, Event, Code extends string> = (state: State, at: Instant) => Decision<Event, Code>;
type Settled<State, Code extends string> = Promise<{ readonly kind: 'settled'; readonly state: State } | Refused<Code | 'busy'>>;

/** Single steps that follow from a claim. Every id derives from the claim's, so that any process can take a step again. */
@Injectable()
export class ClaimSteps {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly index: BlindIndex,
  ) {}

  async claim(id: ClaimId): Promise<Claim> {
    return (await this.ledger.load(claimAggregate, streams.claim(id))).state;
  }

  /** All guardianships of the dependent whose this is or would be. */
  async beside(guardianship: GuardianshipId): Promise<Guardianships> {
    return (await this.ledger.load(guardianshipsAggregate, streams.guardianships(guardianshipsOf(guardianship)))).state;
  }

  onClaim(claim: ClaimId, decide: Decide<Claim, ClaimEvent, never>): Settled<Claim, never> {
    return settle(this.desk, { of: claimAggregate, stream: streams.claim(claim), eventId: this.eventIds(claim), decide });
  }

  onGuardianships<Code extends string>(claim: ClaimId, guardianship: GuardianshipId, decide: Decide<Guardianships, GuardianshipEvent, Code>): Settled<Guardianships, Code> {
    return settle(this.desk, { of: guardianshipsAggregate, stream: streams.guardianships(guardianshipsOf(guardianship)), eventId: this.eventIds(claim), decide });
  }

  /** Who a dependent becomes that nobody knew before this claim. */
  newDependent(claim: ClaimId): CitizenId {
    return CitizenId(this.index.name('derived-id', 'dependent', claim));
  }

  eventIds(claim: ClaimId) {
    return (stream: string, ordinal: number): EventId => EventId(this.index.uuid('event-id', stream, String(ordinal), 'claim', claim));
  }

  private get desk() {
    return { ledger: this.ledger, clock: this.clock };
  }
}
