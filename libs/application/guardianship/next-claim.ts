import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Claim, type ClaimDetails, deal, isHeldBy, isOpen, type OpenClaim, type Registrar } from '../../domain/guardianship/index.js';
import type { PersonName } from '../../domain/person.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import type { Scope } from '../../domain/scope.js';
import { type ClaimId, formatInstant, type Instant, type Refused, refused } from '../../kernel/index.js';
import { Ledger, perform, type Performed } from '../ledger/index.js';
import { done, type Outcome } from '../outcome.js';
import { People } from '../people/people.js';
import { Clock, ReadModels } from '../ports/index.js';
import type { CommonRefusal } from '../refusal-codes.js';
import type { CommandRequest, Duty } from '../request.js';
import { type OwnTies, Ties } from '../staff/ties.js';
import { streams } from '../streams.js';
import { claimRegistrar, isRegistrar, type OnDuty } from './acting-registrar.js';
import { claimAggregate } from './aggregates.js';

/** A registrar asks for the next paper: the one they hold, else the oldest that waits and doesn't concern them. */
export class NextClaim {
  constructor(readonly request: CommandRequest) {}
}

/** The paper, opened: who claims (verified), what they claim (as claimed), and what a first registrar proposed, where one did. */
export interface ClaimPaper {
  readonly claim: ClaimId;
  readonly stage: 'received' | 'proposed';
  readonly dealtUntil: string;
  readonly claimant: PersonName;
  readonly claimed: ClaimDetails;
  readonly proposal: { readonly scope: Scope; readonly reviewAt: string; readonly until: string | null } | null;
}

/** Null where nothing waits. */
export interface NextClaimAnswer {
  readonly paper: ClaimPaper | null;
}

/** How many waiting claims are asked for at first, and how many times as many where all of those were passed over: dealt meanwhile, or close to the registrar. */
const LOOK_AT = 50;
const MORE = 4;

/** How long a deal waits to be seen by the read models, so that asking again finds it; in milliseconds. */
const SEEN_WITHIN = 500;

@CommandHandler(NextClaim)
export class NextClaimHandler implements ICommandHandler<NextClaim, Outcome<NextClaimAnswer>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly readModels: ReadModels,
    private readonly people: People,
    private readonly ties: Ties,
  ) {}

  async execute({ request }: NextClaim): Promise<Outcome<NextClaimAnswer>> {
    const { actor } = request;
    if (!isRegistrar(actor)) return refused('not-permitted');
    const ties = await this.ties.ownOf(actor);
    if (ties === undefined) return refused('read-models-behind');
    for await (const claim of this.inTurn(actor.duty)) {
      const paper = await this.open(request, actor, claim, ties);
      if (paper !== undefined) return 'kind' in paper ? paper : done({ paper });
    }
    return done({ paper: null });
  }

  /** What they hold, then all that waits: however many claims they may not take, the ones behind are not hidden by them. */
  private async *inTurn(duty: Duty): AsyncIterable<ClaimId> {
    const now = this.clock.now();
    const passed = new Set<ClaimId>();
    for (let limit = LOOK_AT; ; limit *= MORE) {
      const waiting = await this.readModels.waitingClaims(duty.staff, duty, now, limit);
      // Asked after it: what another request of theirs was dealt meanwhile stands in one of the two, or nothing would keep this one from a second claim.
      const held = await this.readModels.heldClaim(duty.staff, now);
      if (held !== undefined) yield held;
      yield* waiting.filter((claim) => !passed.has(claim));
      if (waiting.length < limit) return;
      for (const claim of waiting) passed.add(claim);
    }
  }

  /** Deals this claim and reads its paper; undefined where it is not for this registrar. */
  private async open(request: CommandRequest, actor: OnDuty, claim: ClaimId, ties: OwnTies): Promise<ClaimPaper | Refused<CommonRefusal> | undefined> {
    const { state } = await this.ledger.load(claimAggregate, streams.claim(claim));
    if (!isOpen(state) || state.details === undefined) return undefined;
    const claimant = await this.people.personOf(state.claimant);
    if (claimant === undefined) return undefined;
    const { ledger, people } = this;
    const registrar = await claimRegistrar({ ledger, people, ties }, this.clock.now(), actor, state);
    const dealt = await perform(this.ledger, this.clock, {
      of: claimAggregate,
      stream: streams.claim(claim),
      request,
      decide: (state, at) => deal({ registrar, at }, state, CN_1),
    });
    if (dealt.kind === 'refused') return dealt.code === 'claim-taken' ? undefined : refused(dealt.code);
    await this.seen(dealt);
    return this.paper(dealt.after.state, registrar, claimant.name);
  }

  /** A retry under an old key finds its deal in the history, though it lapsed since and the paper may be with somebody else. */
  private paper(state: Claim, registrar: Registrar, claimant: PersonName): ClaimPaper | undefined {
    if (!isOpen(state) || state.deal === undefined || !isHeldBy(registrar, state.deal) || this.clock.now() >= state.deal.until) return undefined;
    return paperOf(state, state.deal.until, claimant);
  }

  private async seen({ after, events }: Performed<Claim, unknown>): Promise<void> {
    if (events.length > 0 && after.change !== undefined) await this.readModels.reached(after.change.position, SEEN_WITHIN);
  }
}

function paperOf(state: OpenClaim, until: Instant, claimant: PersonName): ClaimPaper | undefined {
  const { claim, status, details } = state;
  const proposal = status === 'proposed' ? state.proposal : undefined;
  if (details === undefined) return undefined;
  const proposed = proposal && { scope: proposal.scope, reviewAt: formatInstant(proposal.reviewAt), until: proposal.until && formatInstant(proposal.until) };
  return { claim, stage: status, dealtUntil: formatInstant(until), claimant, claimed: details, proposal: proposed ?? null };
}
