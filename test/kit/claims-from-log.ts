import type { BasisRow, ClaimRow, SealedEvent } from '../../libs/application/ports/index.js';
import type { AtInstitution } from '../../libs/application/request.js';
import { type Claim, claimCodec, evolveClaim, guardianshipCodec, isOpen, NO_CLAIM } from '../../libs/domain/guardianship/index.js';
import type { EventStore, RecordedEvent } from '../../libs/event-store/index.js';
import { type CitizenId, ClaimId, type GuardianshipId, type Instant, type StaffId } from '../../libs/kernel/index.js';
import { copied } from './recorded.js';
import { UnaskedReadModels } from './unasked-read-models.js';

interface Row {
  readonly state: Claim;
  readonly claimant: CitizenId;
  readonly receivedAt: Instant;
  readonly closed: SealedEvent | null;
  readonly guardianship: GuardianshipId | null;
}

/** What the read models say about claims and guardianships, worked out from the whole log at each question: no lag, no key. */
export class ClaimsFromLog extends UnaskedReadModels {
  /** Pairs of people with private dealings. */
  readonly ties: (readonly [CitizenId, CitizenId])[] = [];
  /** Whether they have stopped, as far as they say. */
  late = false;

  constructor(private readonly store: EventStore) {
    super();
  }

  override haveTie = async (one: CitizenId, other: CitizenId): Promise<boolean> => this.ties.some((pair) => pair.includes(one) && pair.includes(other));

  override reached = async (): Promise<boolean> => !this.late;

  override heldClaim = async (registrar: StaffId, now: Instant): Promise<ClaimId | undefined> =>
    (await this.claims()).find(([, { state }]) => isOpen(state) && state.deal?.registrar === registrar && now < state.deal.until)?.[0];

  override waitingClaims = async (registrar: StaffId, { institution: office }: AtInstitution, now: Instant, limit: number): Promise<readonly ClaimId[]> =>
    (await this.claims()).filter(([, { state }]) => {
      if (!isOpen(state) || (state.deal !== undefined && now < state.deal.until)) return false;
      return state.status === 'received' || (state.proposal.registrar !== registrar && state.proposal.office !== office);
    }).map(([claim]) => claim).slice(0, limit);

  override unfinishedClaims = async (limit: number): Promise<readonly ClaimId[]> =>
    (await this.claims()).filter(([, { state }]) => ['countersigned', 'closed'].includes(state.status)).map(([claim]) => claim).slice(0, limit);

  override claimsOf = async (claimant: CitizenId): Promise<readonly ClaimRow[]> =>
    (await this.claims()).filter(([, row]) => row.claimant === claimant).map(([claim, { receivedAt, closed, guardianship }]): ClaimRow => {
      const state = closed !== null ? 'closed' : guardianship !== null ? 'confirmed' : 'received';
      return { claim, state, guardianship, closed, receivedAt };
    }).toReversed();

  override basesOf = async (citizen: CitizenId): Promise<readonly BasisRow[]> =>
    (await this.log()).flatMap((event) => {
      if (event.type !== 'GuardianshipConfirmed') return [];
      const confirmed = guardianshipCodec.decode(copied(event));
      if (confirmed.type !== 'GuardianshipConfirmed' || ![confirmed.data.guardian, confirmed.data.dependent].includes(citizen)) return [];
      const { guardianship: basis, guardian: viewer, dependent: subject, scope, purposes, from, until } = confirmed.data;
      return [{ basis, kind: 'guardianship' as const, viewer, subject, state: 'live' as const, scope, purposes, from, until, requested: null, granted: copied(event) }];
    });

  private log(): Promise<readonly RecordedEvent[]> {
    return this.store.readAll(0n, 10_000);
  }

  private async claims(): Promise<readonly (readonly [ClaimId, Row])[]> {
    const rows = new Map<ClaimId, Row>();
    for (const event of await this.log()) {
      if (event.stream.startsWith('claim-')) this.apply(rows, event);
      if (event.type === 'GuardianshipConfirmed') this.confirm(rows, event);
    }
    return [...rows];
  }

  private apply(rows: Map<ClaimId, Row>, recorded: RecordedEvent): void {
    const event = claimCodec.decode(copied(recorded));
    const { claim, claimant, at } = event.data;
    const row = rows.get(claim) ?? { state: NO_CLAIM, claimant, receivedAt: at, closed: null, guardianship: null };
    rows.set(claim, { ...row, state: evolveClaim(row.state, event), closed: event.type === 'ClaimClosed' ? copied(recorded) : row.closed });
  }

  private confirm(rows: Map<ClaimId, Row>, recorded: RecordedEvent): void {
    const event = guardianshipCodec.decode(copied(recorded));
    const row = event.type === 'GuardianshipConfirmed' ? rows.get(event.data.claim) : undefined;
    if (event.type === 'GuardianshipConfirmed' && row !== undefined) rows.set(event.data.claim, { ...row, guardianship: event.data.guardianship });
  }
}
