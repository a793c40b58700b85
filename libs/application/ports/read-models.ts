import type { Purpose, Scope } from '../../domain/scope.js';
import type { BasisId, CitizenId, ClaimId, GuardianshipId, Instant, SampleId, StaffId } from '../../kernel/index.js';
import type { AtInstitution } from '../request.js';

/** A copy of a stored event, sealed as it was appended: whoever holds the subject's key opens it with the event's codec. */
export interface SealedEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly data: Uint8Array;
  readonly position: bigint;
}

/**
 * What a live basis lets its viewer see, sealed. `enrolled` is the subject's `CitizenEnrolled`; `requested` the viewer's own request with their label, null for
 * guardianships.
 */
export interface ProxyView {
  readonly basis: BasisId;
  readonly subject: CitizenId;
  readonly enrolled: SealedEvent;
  readonly requested: SealedEvent | null;
  /** The event that stands (recorded or last corrected) for each sample of the subject that was not withdrawn. */
  readonly results: readonly SealedEvent[];
}

/** One row of "who may look at me" and "at whom I may look". A viewer's own list shows a grant until its window ends, whatever became of it. */
export interface BasisRow {
  readonly basis: BasisId;
  readonly kind: 'consent' | 'guardianship';
  readonly viewer: CitizenId;
  readonly subject: CitizenId | null;
  readonly state: 'requested' | 'opened' | 'live' | 'suspended' | 'ended' | 'declined';
  readonly scope: Scope;
  readonly purposes: readonly Purpose[];
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly requested: SealedEvent | null;
  /** `ConsentGranted` or `GuardianshipConfirmed`. */
  readonly granted: SealedEvent | null;
}

/** One line of somebody's access log: a view, a refusal or a staff act, newest first. */
export interface AccessEntry {
  readonly kind: 'view' | 'refusal' | 'staff';
  readonly event: SealedEvent;
}

/** A barcode that is locked since then, by the event at `position`. */
export interface LockedBarcode {
  readonly sample: SampleId;
  readonly position: bigint;
  readonly since: Instant;
}

/** A claim as its claimant may see it. */
export interface ClaimRow {
  readonly claim: ClaimId;
  readonly state: 'received' | 'confirmed' | 'closed';
  readonly guardianship: GuardianshipId | null;
  readonly closed: SealedEvent | null;
  readonly receivedAt: Instant;
}

/** Counts and positions for `xinma status` and `/ready`. */
export interface ReadModelStatus {
  readonly position: bigint;
  readonly counts: Readonly<Record<string, number>>;
}

/** The read models could not be asked, or did not answer in time: nothing is known. */
export class ReadModelsUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('the read models are not available', options);
    this.name = 'ReadModelsUnavailable';
  }
}

/**
 * Answers from the read models (Postgres functions; the API's role can select no table with a subject). All of them may lag; none of them decides whether a
 * view is allowed. Reads are sent after the call; every method rejects with `ReadModelsUnavailable`.
 */
export abstract class ReadModels {
  /** The row of a basis that is live at `now` for this viewer, or undefined. Calls of one event-loop tick share one statement. */
  abstract proxyView(basis: BasisId, viewer: CitizenId, now: Instant): Promise<ProxyView | undefined>;

  /** Up to which position of the log the read models are. */
  abstract position(): Promise<bigint>;

  /** True once the read models have passed `position`; false after `milliseconds`. */
  abstract reached(position: bigint, milliseconds: number): Promise<boolean>;

  /** The standing results of a person, newest collected last known first; opened and sorted by the caller. */
  abstract ownResults(citizen: CitizenId): Promise<readonly SealedEvent[]>;

  /** Lines of a person's access log with positions below `before` (null: from the newest). */
  abstract disclosures(citizen: CitizenId, before: bigint | null, limit: number): Promise<readonly AccessEntry[]>;

  /** A clinic's locked barcodes, newest first, with positions below `before` (null: from the newest). */
  abstract quarantine(clinic: AtInstitution, before: bigint | null, limit: number): Promise<readonly LockedBarcode[]>;

  /** Bases in which the person is the subject, and those in which they are the viewer. */
  abstract basesOf(citizen: CitizenId): Promise<readonly BasisRow[]>;

  /** Live consents and open requests that the viewer holds at `now`. */
  abstract heldConsents(viewer: CitizenId, now: Instant): Promise<number>;

  /** True where the two have, or since `since` had, a basis, claim or request with each other. */
  abstract haveTie(one: CitizenId, other: CitizenId, since: Instant): Promise<boolean>;

  /** The claims somebody made, newest first. */
  abstract claimsOf(claimant: CitizenId): Promise<readonly ClaimRow[]>;

  /** The claim this registrar holds an unlapsed deal of, if any. */
  abstract heldClaim(registrar: StaffId, now: Instant): Promise<ClaimId | undefined>;

  /** Claims that a registrar of `office` could be dealt at `now`, oldest first: new ones, and those another office proposed. */
  abstract waitingClaims(registrar: StaffId, office: AtInstitution, now: Instant, limit: number): Promise<readonly ClaimId[]>;

  /** Claims that were countersigned or closed but are not erased yet (no `ClaimErased`), oldest first: the sweep's work. */
  abstract unfinishedClaims(limit: number): Promise<readonly ClaimId[]>;

  /** Where the read models are, and how many rows each table has. */
  abstract status(): Promise<ReadModelStatus>;
}
