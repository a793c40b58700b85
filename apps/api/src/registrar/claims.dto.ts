import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, ValidateNested } from 'class-validator';
import { CLOSING_REASONS, type ClosingReason, type Ground, GROUNDS } from '../../../../libs/domain/guardianship/index.js';
import { type Scope, SCOPES } from '../../../../libs/domain/scope.js';
import { IsCalendarDate, IsInstant, OrNull } from '../edge/index.js';
import { DocumentAnswer, NameAnswer } from '../shared/person.dto.js';

/** What the first registrar reads off the paper. Without a scope, the ground's usual one; `until` is an order's own end. */
export class ProposalBody {
  @IsOptional() @IsIn(SCOPES) readonly scope?: Scope;
  @IsInstant() readonly reviewAt!: string;
  @IsOptional() @IsInstant() readonly until?: string;
}

/** What the paper lacks. */
export class ClosingBody {
  @IsIn(CLOSING_REASONS) readonly reason!: ClosingReason;
}

/** The paper that shows the ground, to compare with its scan by `sha256`. */
export class PaperEvidenceAnswer {
  @IsString() readonly type!: string;
  @IsString() readonly authority!: string;
  @IsString() readonly number!: string;
  @IsString() readonly sha256!: string;
}

/** The dependent as claimed. */
export class PaperDetailsAnswer {
  @ValidateNested() @Type(() => NameAnswer) readonly name!: NameAnswer;
  @IsCalendarDate() readonly birthDate!: string;
  @ValidateNested() @Type(() => DocumentAnswer) readonly document!: DocumentAnswer;
  @IsIn(GROUNDS) readonly ground!: Ground;
  @ValidateNested() @Type(() => PaperEvidenceAnswer) readonly evidence!: PaperEvidenceAnswer;
}

/** What a first registrar proposed. */
export class PaperProposalAnswer {
  @IsIn(SCOPES) readonly scope!: Scope;
  @IsInstant() readonly reviewAt!: string;
  @OrNull() @IsInstant() readonly until!: string | null;
}

/** A dealt claim, opened; the deal lapses at `dealtUntil`. */
export class ClaimPaperAnswer {
  @IsString() readonly claim!: string;
  @IsIn(['received', 'proposed']) readonly stage!: 'received' | 'proposed';
  @IsInstant() readonly dealtUntil!: string;
  @ValidateNested() @Type(() => NameAnswer) readonly claimant!: NameAnswer;
  @ValidateNested() @Type(() => PaperDetailsAnswer) readonly claimed!: PaperDetailsAnswer;
  @OrNull() @ValidateNested() @Type(() => PaperProposalAnswer) readonly proposal!: PaperProposalAnswer | null;
}

/** The next paper, or null where none waits. */
export class NextClaimAnswer {
  @OrNull() @ValidateNested() @Type(() => ClaimPaperAnswer) readonly paper!: ClaimPaperAnswer | null;
}

/** The act is recorded; what came of it is the claimant's to know. */
export class ClaimHandledAnswer {
  @IsString() readonly claim!: string;
}
