import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { clearTermsOf, guardianshipBasis, termsOf } from '../../domain/access/index.js';
import {
  claimCodec,
  type ClosingReason,
  evolveGuardianships,
  type Guardianship,
  guardianshipCodec,
  NO_GUARDIANSHIPS,
} from '../../domain/guardianship/index.js';
import type { PersonName } from '../../domain/person.js';
import type { Purpose, Scope } from '../../domain/scope.js';
import { type CitizenId, type ClaimId, formatInstant, type GuardianshipId, type Instant, opened } from '../../kernel/index.js';
import { Freshness } from '../freshness.js';
import { Ledger } from '../ledger/index.js';
import { done, type Outcome } from '../outcome.js';
import { People } from '../people/people.js';
import { type ClaimRow, Clock, ReadModels } from '../ports/index.js';
import type { Actor } from '../request.js';
import { streams } from '../streams.js';
import { guardianshipsAggregate } from './aggregates.js';
import { ownLabel } from './own-label.js';

/** What somebody claimed, and at whom they may look as a guardian; not older than `atLeast`. */
export class MyGuardianships {
  constructor(
    readonly actor: Actor,
    readonly viewer: CitizenId,
    readonly atLeast: string | null,
  ) {}
}

/** `reason` speaks of the paper only, and only where the claim was closed; `label` is the claimant's own. */
export interface MyClaim {
  readonly claim: ClaimId;
  readonly state: 'received' | 'confirmed' | 'closed';
  readonly receivedAt: string;
  readonly reason: ClosingReason | null;
  readonly label: string | null;
}

/** Another guardian of the same dependent, from when on: whoever is one already is told before it takes effect, and who becomes one of those who are. */
export interface CoGuardian {
  readonly name: PersonName;
  readonly from: string;
}

/**
 * What was confirmed, in [from, until). The terms change with the dependent's age and for no other reason: an end or a suspension is not pushed to a viewer,
 * neither their own nor another's.
 */
export interface MyGuardianship {
  readonly basis: GuardianshipId;
  readonly claim: ClaimId;
  readonly scope: Scope;
  readonly purposes: readonly Purpose[];
  readonly from: string;
  readonly until: string;
  readonly label: string | null;
  readonly others: readonly CoGuardian[];
}

/** Newest first. */
export interface MyGuardianshipsAnswer {
  readonly claims: readonly MyClaim[];
  readonly guardianships: readonly MyGuardianship[];
}

@QueryHandler(MyGuardianships)
export class MyGuardianshipsHandler implements IQueryHandler<MyGuardianships, Outcome<MyGuardianshipsAnswer>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly readModels: ReadModels,
    private readonly people: People,
    private readonly freshness: Freshness,
  ) {}

  async execute({ actor, viewer, atLeast }: MyGuardianships): Promise<Outcome<MyGuardianshipsAnswer>> {
    const stale = await this.freshness.refusal(actor.account, atLeast);
    if (stale !== undefined) return stale;
    const [claims, guardianships] = await Promise.all([this.claims(viewer), this.guardianships(viewer)]);
    return done({ claims, guardianships });
  }

  private async claims(claimant: CitizenId): Promise<readonly MyClaim[]> {
    const rows = await this.readModels.claimsOf(claimant);
    return Promise.all(rows.map(async (row) => ({ claim: row.claim, state: row.state, receivedAt: formatInstant(row.receivedAt), reason: await this.reasonOf(row), label: await ownLabel(this.ledger, row.claim) })));
  }

  private async reasonOf({ closed }: ClaimRow): Promise<ClosingReason | null> {
    if (closed === null) return null;
    const [event] = await this.ledger.openAll(claimCodec, [closed]);
    return event?.type === 'ClaimClosed' ? (opened(event.data.reason) ?? null) : null;
  }

  private async guardianships(viewer: CitizenId): Promise<readonly MyGuardianship[]> {
    const now = this.clock.now();
    const rows = await this.readModels.basesOf(viewer);
    const confirmed = rows.flatMap((row) => (row.kind === 'guardianship' && row.viewer === viewer && row.granted !== null ? [row.granted] : []));
    const events = await this.ledger.openAll(guardianshipCodec, confirmed);
    const terms = events.flatMap((event) => evolveGuardianships(NO_GUARDIANSHIPS, event)).flatMap((one) => shown(one, now));
    return Promise.all(terms.map((one) => this.withOthers(one, now)));
  }

  private async withOthers(one: Terms, now: Instant): Promise<MyGuardianship> {
    return { ...one, label: await ownLabel(this.ledger, one.claim), others: await this.others(one.basis, now) };
  }

  /**
   * Whoever is suspended or ended keeps seeing whom they saw: a list that shrank would tell them, and no later guardian is named to them. Nor is to a later one
   * who had ended by then. Read from the dependent's stream, not from a copy that lags.
   */
  private async others(basis: GuardianshipId, now: Instant): Promise<readonly CoGuardian[]> {
    const { state: all } = await this.ledger.load(guardianshipsAggregate, streams.basis(basis));
    const nth = all.findIndex(({ id }) => id === basis);
    const own = all[nth];
    const known = own === undefined ? [] : all.slice(0, own.toldOf ?? all.length).filter(({ toldTo }) => nth < (toldTo ?? all.length));
    const others = known.filter((one) => one.guardian !== own?.guardian && shown(one, now).length > 0);
    const people = await this.people.peopleOf(others.map(({ guardian }) => guardian));
    return others.flatMap(({ guardian, from }) => {
      const name = people.get(guardian)?.name;
      return name === undefined ? [] : [{ name, from: formatInstant(from) }];
    });
  }
}

type Terms = Omit<MyGuardianship, 'others' | 'label'>;

function shown(one: Guardianship, now: Instant): readonly Terms[] {
  const basis = guardianshipBasis(one);
  // Without the dependent's key only the clear half is left: it says no less than the guardian was told when it was confirmed.
  const { scope, purposes, from, until } = termsOf(basis, now) ?? clearTermsOf(basis);
  if (now >= until) return [];
  return [{ basis: one.id, claim: one.claim, scope, purposes, from: formatInstant(from), until: formatInstant(until) }];
}
