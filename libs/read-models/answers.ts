import type { AccessEntry, BasisRow, ClaimRow, LockedBarcode, ProxyView, SealedEvent } from '../application/ports/index.js';
import { PURPOSES, type Scope } from '../domain/scope.js';
import { BasisId, CitizenId, ClaimId, GuardianshipId, type Instant, instant, SampleId } from '../kernel/index.js';
import type { Basis, Claim, Copy, LockedBarcodeRow } from './entities.js';

/** Columns of a copy, all null where a row refers to none. */
export type CopyColumns = Copy | { readonly [K in keyof Copy]: null };

/** A line of the proxy view's function. */
export type ProxyLine = Copy & { readonly asked: number; readonly part: 'enrolled' | 'requested' | 'result'; readonly subject: string };

/** A row of `bases_of`. */
export type BasisLine = Pick<Basis, 'basis' | 'kind' | 'viewer' | 'subject' | 'state' | 'scope' | 'purposes'> & {
  readonly valid_from: Date | null;
  readonly valid_until: Date;
  readonly requested_id: string | null;
  readonly requested_type: string;
  readonly requested_version: number;
  readonly requested_data: Buffer;
  readonly requested_position: string;
  readonly granted_id: string | null;
  readonly granted_type: string;
  readonly granted_version: number;
  readonly granted_data: Buffer;
  readonly granted_position: string;
};

/** A row of `claims_of`. */
export type ClaimLine = Pick<Claim, 'claim' | 'stage' | 'guardianship'> & { readonly received_at: Date } & CopyColumns;

/** A copy as the port has it. */
export const sealedEvent = ({ id, type, version, data, position }: Copy): SealedEvent => ({ id, type, version, data, position: BigInt(position) });

/** A line of somebody's access log. */
export const accessEntry = (line: Copy & { readonly kind: AccessEntry['kind'] }): AccessEntry => ({ kind: line.kind, event: sealedEvent(line) });

/** Gathers the lines of one pair; undefined where nothing is live, or where the subject's enrolment is missing: half a view is none. */
export function proxyView(basis: BasisId, lines: readonly ProxyLine[]): ProxyView | undefined {
  const enrolled = lines.find(({ part }) => part === 'enrolled');
  if (enrolled === undefined) return undefined;
  const requested = lines.find(({ part }) => part === 'requested');
  return {
    basis,
    subject: CitizenId(enrolled.subject),
    enrolled: sealedEvent(enrolled),
    requested: requested === undefined ? null : sealedEvent(requested),
    results: lines.filter(({ part }) => part === 'result').map(sealedEvent),
  };
}

const at = (date: Date): Instant => instant(date.getTime());

/** A basis in its parties' lists. */
export function basisRow(line: BasisLine): BasisRow {
  const copy = (of: 'requested' | 'granted'): SealedEvent | null => {
    const id = line[`${of}_id`];
    return id === null ? null : sealedEvent({ id, type: line[`${of}_type`], version: line[`${of}_version`], data: line[`${of}_data`], position: line[`${of}_position`] });
  };
  const purposes = line.purposes.split(',');
  return {
    basis: BasisId(line.basis),
    kind: line.kind,
    viewer: CitizenId(line.viewer),
    subject: line.subject === null ? null : CitizenId(line.subject),
    state: line.state,
    scope: line.scope as Scope,
    purposes: PURPOSES.filter((purpose) => purposes.includes(purpose)),
    from: line.valid_from === null ? null : at(line.valid_from),
    until: at(line.valid_until),
    requested: copy('requested'),
    granted: copy('granted'),
  };
}

/** A row of `quarantine`. */
export type LockedLine = Pick<LockedBarcodeRow, 'sample' | 'position' | 'since'>;

/** A locked barcode as the port has it. */
export const lockedBarcode = ({ sample, position, since }: LockedLine): LockedBarcode => ({ sample: SampleId(sample), position: BigInt(position), since: at(since) });

const STATES = { new: 'received', proposed: 'received', countersigned: 'received', confirmed: 'confirmed', closed: 'closed' } as const;

/** A claim as its claimant may see it. */
export const claimRow = (line: ClaimLine): ClaimRow => ({
  claim: ClaimId(line.claim),
  state: STATES[line.stage],
  // Named before it is confirmed, it would tell that somebody was found.
  guardianship: line.stage === 'confirmed' && line.guardianship !== null ? GuardianshipId(line.guardianship) : null,
  closed: line.id === null ? null : sealedEvent(line),
  receivedAt: at(line.received_at),
});
