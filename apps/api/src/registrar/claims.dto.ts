import { Type } from 'class-transformer';
import { IsIn, IsString } from 'class-validator';
import { CLOSING_REASONS, type ClosingReason, type Ground, GROUNDS } from '../../../../libs/domain/guardianship/index.js';
import { type Scope, SCOPES } from '../../../../libs/domain/scope.js';
import { IsCalendarDate, IsInstant, IsOptional, OrNull, ValidateNested } from '../edge/index.js';
import { DocumentAnswer, NameAnswer } from '../shared/person.dto.js';

/** What the first registrar reads off the paper. Without a scope, the ground's usual one; `until` is an order's own end. */
export class ProposalBody {
  static readonly example = { scope: 'results', reviewAt: '2029-11-23T08:00:00.000Z', until: '2030-11-23T08:00:00.000Z' } satisfies ProposalBody;
  @IsOptional() @IsIn(SCOPES) readonly scope?: Scope;
  @IsInstant() readonly reviewAt!: string;
  @IsOptional() @IsInstant() readonly until?: string;
}

/** What the paper lacks. */
export class ClosingBody {
  static readonly example = { reason: 'unreadable' } satisfies ClosingBody;
  @IsIn(CLOSING_REASONS) readonly reason!: ClosingReason;
}

/** The paper that shows the ground, to compare with its scan by `sha256`. */
export class PaperEvidenceAnswer {
  static readonly example = { type: 'birth-certificate', authority: 'Haidian Maternal and Child Health Hospital', number: 'M110123456', sha256: 'abababababababababababababababababababababababababababababababab' } satisfies PaperEvidenceAnswer;
  @IsString() readonly type!: string;
  @IsString() readonly authority!: string;
  @IsString() readonly number!: string;
  @IsString() readonly sha256!: string;
}

/** The dependent as claimed. */
export class PaperDetailsAnswer {
  static readonly example = {
    name: NameAnswer.example,
    birthDate: '2019-08-01',
    document: DocumentAnswer.example,
    ground: 'parent-of-minor',
    evidence: PaperEvidenceAnswer.example,
  } satisfies PaperDetailsAnswer;
  @ValidateNested() @Type(() => NameAnswer) readonly name!: NameAnswer;
  @IsCalendarDate() readonly birthDate!: string;
  @ValidateNested() @Type(() => DocumentAnswer) readonly document!: DocumentAnswer;
  @IsIn(GROUNDS) readonly ground!: Ground;
  @ValidateNested() @Type(() => PaperEvidenceAnswer) readonly evidence!: PaperEvidenceAnswer;
}

/** What a first registrar proposed. */
export class PaperProposalAnswer {
  static readonly example = { scope: 'results', reviewAt: '2029-11-23T08:00:00.000Z', until: null } satisfies PaperProposalAnswer;
  @IsIn(SCOPES) readonly scope!: Scope;
  @IsInstant() readonly reviewAt!: string;
  @OrNull() @IsInstant() readonly until!: string | null;
}

/** A dealt claim, opened; the deal lapses at `dealtUntil`. */
export class ClaimPaperAnswer {
  static readonly example = {
    claim: '0f8fad5bd9cb469fa16570867728950e',
    stage: 'proposed',
    dealtUntil: '2026-11-23T08:00:00.000Z',
    claimant: NameAnswer.example,
    claimed: PaperDetailsAnswer.example,
    proposal: PaperProposalAnswer.example,
  } satisfies ClaimPaperAnswer;
  @IsString() readonly claim!: string;
  @IsIn(['received', 'proposed']) readonly stage!: 'received' | 'proposed';
  @IsInstant() readonly dealtUntil!: string;
  @ValidateNested() @Type(() => NameAnswer) readonly claimant!: NameAnswer;
  @ValidateNested() @Type(() => PaperDetailsAnswer) readonly claimed!: PaperDetailsAnswer;
  @OrNull() @ValidateNested() @Type(() => PaperProposalAnswer) readonly proposal!: PaperProposalAnswer | null;
}

/** The next paper, or null where none waits. */
export class NextClaimAnswer {
  static readonly example = { paper: ClaimPaperAnswer.example } satisfies NextClaimAnswer;
  @OrNull() @ValidateNested() @Type(() => ClaimPaperAnswer) readonly paper!: ClaimPaperAnswer | null;
}

/** The act is recorded; what came of it is the claimant's to know. */
export class ClaimHandledAnswer {
  static readonly example = { claim: '0f8fad5bd9cb469fa16570867728950e' } satisfies ClaimHandledAnswer;
  @IsString() readonly claim!: string;
}
