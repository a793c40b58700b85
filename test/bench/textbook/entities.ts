import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';

/** Somebody with an account. */
@Entity('citizen')
export class CitizenEntity {
  @PrimaryColumn('text') id!: string;
  @Index({ unique: true }) @Column('text') account!: string;
  @Column('text') surname!: string;
  @OneToMany(() => ResultEntity, (result) => result.citizen) results!: Relation<ResultEntity[]>;
}

/** A result of theirs. */
@Entity('result')
export class ResultEntity {
  @PrimaryColumn('text') id!: string;
  @Index() @Column('text', { name: 'citizen_id' }) citizenId!: string;
  @ManyToOne(() => CitizenEntity, (citizen) => citizen.results) @JoinColumn({ name: 'citizen_id' }) citizen!: Relation<CitizenEntity>;
  @Column('text') test!: string;
  @Column('text') result!: string;
  @Column('timestamptz', { name: 'collected_at' }) collectedAt!: Date;
  @Column('timestamptz', { name: 'reported_at' }) reportedAt!: Date;
  @Column('text') institution!: string;
}

/** What a subject granted a viewer. */
@Entity('consent')
export class ConsentEntity {
  @PrimaryColumn('text') id!: string;
  @Index() @Column('text', { name: 'viewer_id' }) viewerId!: string;
  @Index() @Column('text', { name: 'subject_id' }) subjectId!: string;
  @Column('text') scope!: string;
  @Column('text') purpose!: string;
  @Column('text') label!: string;
  @Column('timestamptz', { name: 'valid_from' }) validFrom!: Date;
  @Column('timestamptz', { name: 'valid_until' }) validUntil!: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}

/** Who looked, or tried to. */
@Entity('access_log')
export class AccessLogEntity {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text', { name: 'consent_id' }) consentId!: string;
  @Column('text', { name: 'viewer_id' }) viewerId!: string;
  @Index() @Column('text', { name: 'subject_id', nullable: true }) subjectId!: string | null;
  @Column('text') scope!: string;
  @Column('text') purpose!: string;
  @Column('boolean') shown!: boolean;
  @CreateDateColumn({ type: 'timestamptz' }) at!: Date;
}

/** All of them. */
export const ENTITIES = [CitizenEntity, ResultEntity, ConsentEntity, AccessLogEntity];
