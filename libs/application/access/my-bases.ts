import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type Basis, consentBasis, guardianshipBasis, termsOf } from '../../domain/access/index.js';
import { consentCodec, type ConsentEvent, type ConsentRequested, evolve, NO_CONSENT } from '../../domain/consent/index.js';
import { evolveGuardianships, guardianshipCodec, type GuardianshipEvent, NO_GUARDIANSHIPS } from '../../domain/guardianship/index.js';
import type { PersonName } from '../../domain/person.js';
import type { Purpose, Scope } from '../../domain/scope.js';
import { type BasisId, type CitizenId, type ClaimId, formatInstant, type Instant, opened } from '../../kernel/index.js';
import { Freshness } from '../freshness.js';
import { ownLabel } from '../guardianship/own-label.js';
import { Ledger } from '../ledger/index.js';
import { done, type Outcome } from '../outcome.js';
import { type BasisRow, Clock, ReadModels } from '../ports/index.js';
import type { Actor } from '../request.js';
import { VerifiedNames } from './verified-names.js';

/** Who may look at me, and at whom I may look; not older than `atLeast`. */
export class MyBases {
  constructor(
    readonly actor: Actor,
    readonly citizen: CitizenId,
    readonly atLeast: string | null,
  ) {}
}

interface Terms {
  readonly basis: BasisId;
  readonly kind: 'consent' | 'guardianship';
  readonly scope: Scope;
  readonly purposes: readonly Purpose[];
  /** Null for what was only asked. */
  readonly from: string | null;
  readonly until: string | null;
}

/** Somebody who may look at me, or asks to; `viewer` is their verified name, null where it cannot be read. */
export interface Onlooker extends Terms {
  readonly viewer: PersonName | null;
  readonly state: 'opened' | 'live' | 'suspended' | 'ended' | 'declined';
}

/** Somebody at whom I may look, under my own label. What was granted stands here until its window ends and changes for no other reason. */
export interface Overlooked extends Terms {
  readonly label: string | null;
  readonly state: 'asked' | 'granted';
}

/** Both lists, oldest first; what lies in the past is in neither. */
export interface BasesOfMine {
  readonly onMe: readonly Onlooker[];
  readonly mine: readonly Overlooked[];
}

/** A row with its events opened: `terms` as they stand now. */
interface Open {
  readonly row: BasisRow;
  readonly terms: Terms;
  readonly over: boolean;
  readonly viewer: PersonName | null;
  readonly label: string | null;
}

@QueryHandler(MyBases)
export class MyBasesHandler implements IQueryHandler<MyBases, Outcome<BasesOfMine>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly readModels: ReadModels,
    private readonly names: VerifiedNames,
    private readonly freshness: Freshness,
  ) {}

  async execute({ actor, citizen, atLeast }: MyBases): Promise<Outcome<BasesOfMine>> {
    const stale = await this.freshness.refusal(actor.account, atLeast);
    if (stale !== undefined) return stale;
    const now = this.clock.now();
    const rows = await this.readModels.basesOf(citizen);
    const current = (await Promise.all(rows.map((row) => this.open(row, citizen, now)))).filter(({ over }) => !over);
    return done({
      onMe: current.filter(({ row }) => row.subject === citizen).flatMap(onlooker),
      mine: current.filter(({ row }) => row.viewer === citizen).map(overlooked),
    });
  }

  private async open(row: BasisRow, reader: CitizenId, now: Instant): Promise<Open> {
    const [granted, request] = await Promise.all([this.grantedOf(row), this.requestOf(row)]);
    const { basis, viewer, claim } = granted ?? { viewer: await this.names.of(row.viewer) };
    // A guardian's label stands in their claim, and is nobody else's to read.
    const label = claim !== undefined && row.viewer === reader ? await ownLabel(this.ledger, claim) : request && opened(request.label);
    return { row, terms: told(row, basis, now), over: wasNeverOpened(row, request, now) || isPast(row, basis, now), viewer: viewer ?? null, label: label ?? null };
  }

  private async requestOf({ requested }: BasisRow): Promise<ConsentRequested['data'] | undefined> {
    if (requested === null) return undefined;
    const [event] = await this.ledger.openAll(consentCodec, [requested]);
    return event?.type === 'ConsentRequested' ? event.data : undefined;
  }

  private async grantedOf({ kind, granted }: BasisRow): Promise<Granted | undefined> {
    if (granted === null) return undefined;
    if (kind === 'consent') return grantOf((await this.ledger.openAll(consentCodec, [granted]))[0]);
    return guardianshipOf((await this.ledger.openAll(guardianshipCodec, [granted]))[0]);
  }
}

interface Granted {
  readonly basis: Basis;
  readonly viewer: PersonName | undefined;
  /** What a guardianship came of. */
  readonly claim?: ClaimId;
}

function grantOf(event: ConsentEvent | undefined): Granted | undefined {
  if (event?.type !== 'ConsentGranted') return undefined;
  const basis = consentBasis(evolve(NO_CONSENT, event));
  return basis === undefined ? undefined : { basis, viewer: opened(event.data.viewerName) };
}

function guardianshipOf(event: GuardianshipEvent | undefined): Granted | undefined {
  if (event?.type !== 'GuardianshipConfirmed') return undefined;
  const [facts] = evolveGuardianships(NO_GUARDIANSHIPS, event);
  return facts === undefined ? undefined : { basis: guardianshipBasis(facts), viewer: opened(event.data.guardianName), claim: event.data.claim };
}

/** What was granted, as age has it now; of a request, what it asks for. */
const termsNow = (row: BasisRow, basis: Basis | undefined, now: Instant) => (basis === undefined ? undefined : termsOf(basis, now)) ?? row;

function told(row: BasisRow, basis: Basis | undefined, now: Instant): Terms {
  const { scope, purposes, from, until } = termsNow(row, basis, now);
  return { basis: row.basis, kind: row.kind, scope, purposes, from: from === null ? null : formatInstant(from), until: until === null ? null : formatInstant(until) };
}

/** A request that nobody opened in time. */
const wasNeverOpened = (row: BasisRow, request: ConsentRequested['data'] | undefined, now: Instant): boolean =>
  row.state === 'requested' && request !== undefined && now >= request.codeUntil;

function isPast(row: BasisRow, basis: Basis | undefined, now: Instant): boolean {
  const { until } = termsNow(row, basis, now);
  return until !== null && now >= until;
}

const onlooker = ({ row, terms, viewer }: Open): readonly Onlooker[] => (row.state === 'requested' ? [] : [{ ...terms, viewer, state: row.state }]);

/** Nothing here tells a revoked grant from a live one, nor a declined request from one that is still being thought about. */
const overlooked = ({ row, terms, label }: Open): Overlooked => ({ ...terms, label, state: row.granted === null ? 'asked' : 'granted' });
