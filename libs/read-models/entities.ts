import { Column } from 'typeorm/decorator/columns/Column.js';
import { PrimaryColumn } from 'typeorm/decorator/columns/PrimaryColumn.js';
import { Entity } from 'typeorm/decorator/entity/Entity.js';
import { Index } from 'typeorm/decorator/Index.js';

/** Where the tables live; a rebuild makes the same ones beside it and swaps. */
export const SCHEMA = 'read_model';

/** What the tables say of themselves. */
const COPY_COMMENT = 'Events as they were appended, sealed. No key is near.';
const PROXY_VIEW_COMMENT = 'Rows come and go by events, never by a clock. Read through api.proxy_view only.';

// Ids sort by their bytes, so that a hash over rows in key order is the same on any machine. Instants are `timestamptz`, positions `bigint` (text in
// JavaScript), ids text as the log has them. Nothing here is opened: whatever is personal stands in `copy`, sealed.

/** An event as it was appended, sealed, for whichever row refers to its position. */
@Entity({ schema: SCHEMA, name: 'copy', comment: COPY_COMMENT })
export class Copy {
  @PrimaryColumn({ name: 'position', type: 'bigint' }) readonly position!: string;
  @Column({ name: 'id', type: 'uuid' }) readonly id!: string;
  @Column({ name: 'type', type: 'text' }) readonly type!: string;
  @Column({ name: 'version', type: 'integer' }) readonly version!: number;
  @Column({ name: 'data', type: 'bytea' }) readonly data!: Buffer;
}

/** A person who is known: where their enrolment stands, and their last change of contact. */
@Entity({ schema: SCHEMA, name: 'person' })
export class Person {
  @PrimaryColumn({ name: 'citizen', type: 'text', collation: 'C' }) readonly citizen!: string;
  @Column({ name: 'enrolled', type: 'bigint' }) readonly enrolled!: string;
  @Column({ name: 'contact', type: 'bigint', nullable: true }) readonly contact!: string | null;
}

/** States of a basis, from asking to its end. */
export type BasisState = 'requested' | 'opened' | 'declined' | 'live' | 'suspended' | 'ended';

/** A consent or a guardianship in the lists of its parties; stays after its end. */
@Entity({ schema: SCHEMA, name: 'basis' })
@Index('basis_viewer', ['viewer'])
@Index('basis_subject', ['subject'])
export class Basis {
  @PrimaryColumn({ name: 'basis', type: 'text', collation: 'C' }) readonly basis!: string;
  @Column({ name: 'kind', type: 'text' }) readonly kind!: 'consent' | 'guardianship';
  @Column({ name: 'viewer', type: 'text', collation: 'C' }) readonly viewer!: string;
  @Column({ name: 'subject', type: 'text', collation: 'C', nullable: true }) readonly subject!: string | null;
  @Column({ name: 'state', type: 'text' }) readonly state!: BasisState;
  @Column({ name: 'scope', type: 'text' }) readonly scope!: string;
  /** Comma-separated. */
  @Column({ name: 'purposes', type: 'text' }) readonly purposes!: string;
  @Column({ name: 'valid_from', type: 'timestamptz', nullable: true }) readonly validFrom!: Date | null;
  @Column({ name: 'valid_until', type: 'timestamptz' }) readonly validUntil!: Date;
  /** When a request's code dies. */
  @Column({ name: 'code_until', type: 'timestamptz', nullable: true }) readonly codeUntil!: Date | null;
  @Column({ name: 'requested', type: 'bigint', nullable: true }) readonly requested!: string | null;
  @Column({ name: 'granted', type: 'bigint', nullable: true }) readonly granted!: string | null;
  @Column({ name: 'changed_at', type: 'timestamptz' }) readonly changedAt!: Date;
}

/** A basis that no event has ended or suspended: what a view of somebody else is read through. Its window is judged by the function that reads it. */
@Entity({ schema: SCHEMA, name: 'proxy_view', comment: PROXY_VIEW_COMMENT })
export class ProxyViewRow {
  @PrimaryColumn({ name: 'basis', type: 'text', collation: 'C' }) readonly basis!: string;
  @Column({ name: 'kind', type: 'text' }) readonly kind!: 'consent' | 'guardianship';
  @Column({ name: 'viewer', type: 'text', collation: 'C' }) readonly viewer!: string;
  @Column({ name: 'subject', type: 'text', collation: 'C' }) readonly subject!: string;
  @Column({ name: 'scope', type: 'text' }) readonly scope!: string;
  @Column({ name: 'purposes', type: 'text' }) readonly purposes!: string;
  @Column({ name: 'valid_from', type: 'timestamptz' }) readonly validFrom!: Date;
  @Column({ name: 'valid_until', type: 'timestamptz' }) readonly validUntil!: Date;
  @Column({ name: 'requested', type: 'bigint', nullable: true }) readonly requested!: string | null;
}

/** The event that stands for a sample: recorded, or last corrected. */
@Entity({ schema: SCHEMA, name: 'standing_result' })
@Index('standing_result_subject', ['subject'])
export class StandingResult {
  @PrimaryColumn({ name: 'sample', type: 'text', collation: 'C' }) readonly sample!: string;
  @Column({ name: 'subject', type: 'text', collation: 'C' }) readonly subject!: string;
  @Column({ name: 'position', type: 'bigint' }) readonly position!: string;
}

/** A barcode that is locked, by the position of the event that locked it; whose tube it is does not stand here. */
@Entity({ schema: SCHEMA, name: 'locked_barcode' })
@Index('locked_barcode_clinic', ['clinic', 'position'])
export class LockedBarcodeRow {
  @PrimaryColumn({ name: 'sample', type: 'text', collation: 'C' }) readonly sample!: string;
  @Column({ name: 'clinic', type: 'text', collation: 'C' }) readonly clinic!: string;
  @Column({ name: 'position', type: 'bigint' }) readonly position!: string;
  @Column({ name: 'since', type: 'timestamptz' }) readonly since!: Date;
}

/** One line of a person's access log. */
@Entity({ schema: SCHEMA, name: 'access_entry' })
@Index('access_entry_subject', ['subject', 'position'])
export class AccessEntryRow {
  @Column({ name: 'subject', type: 'text', collation: 'C' }) readonly subject!: string;
  @PrimaryColumn({ name: 'position', type: 'bigint' }) readonly position!: string;
  @Column({ name: 'kind', type: 'text' }) readonly kind!: 'view' | 'refusal' | 'staff';
}

/** How far a claim is. */
export type ClaimStage = 'new' | 'proposed' | 'countersigned' | 'confirmed' | 'closed';

/** A claim in the registrars' queue and in its claimant's list. */
@Entity({ schema: SCHEMA, name: 'claim' })
@Index('claim_claimant', ['claimant'])
@Index('claim_stage', ['stage', 'received'])
export class Claim {
  @PrimaryColumn({ name: 'claim', type: 'text', collation: 'C' }) readonly claim!: string;
  @Column({ name: 'claimant', type: 'text', collation: 'C' }) readonly claimant!: string;
  @Column({ name: 'stage', type: 'text' }) readonly stage!: ClaimStage;
  @Column({ name: 'received', type: 'bigint' }) readonly received!: string;
  @Column({ name: 'received_at', type: 'timestamptz' }) readonly receivedAt!: Date;
  @Column({ name: 'dealt_to', type: 'text', nullable: true }) readonly dealtTo!: string | null;
  @Column({ name: 'dealt_until', type: 'timestamptz', nullable: true }) readonly dealtUntil!: Date | null;
  @Column({ name: 'proposer', type: 'text', nullable: true }) readonly proposer!: string | null;
  @Column({ name: 'proposer_office', type: 'text', nullable: true }) readonly proposerOffice!: string | null;
  @Column({ name: 'dependent', type: 'text', collation: 'C', nullable: true }) readonly dependent!: string | null;
  @Column({ name: 'guardianship', type: 'text', nullable: true }) readonly guardianship!: string | null;
  @Column({ name: 'closed', type: 'bigint', nullable: true }) readonly closed!: string | null;
  @Column({ name: 'changed_at', type: 'timestamptz' }) readonly changedAt!: Date;
  /** When its key was destroyed: nothing is left to do. */
  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true }) readonly erasedAt!: Date | null;
}

/** Up to which position of the log all other tables are; written in the transaction of their rows. */
@Entity({ schema: SCHEMA, name: 'checkpoint' })
export class Checkpoint {
  @PrimaryColumn({ name: 'name', type: 'text' }) readonly name!: string;
  @Column({ name: 'position', type: 'bigint' }) readonly position!: string;
}

/** Every entity of the read models. */
export const READ_MODEL_ENTITIES = [Copy, Person, Basis, ProxyViewRow, StandingResult, LockedBarcodeRow, AccessEntryRow, Claim, Checkpoint] as const;
