import { Type } from 'class-transformer';
import { IsArray, IsIn, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { type ClaimDetails, CLOSING_REASONS, type ClosingReason, type Ground, GROUNDS } from '../../../../libs/domain/guardianship/index.js';
import { DOCUMENT_TYPES, type DocumentType } from '../../../../libs/domain/person.js';
import { type Purpose, PURPOSES, type Scope, SCOPES } from '../../../../libs/domain/scope.js';
import { IsCalendarDate, IsInstant, OrNull } from '../edge/index.js';

/** The dependent's name as the document has it. Lengths are generous: the rule counts after normalisation. */
export class ClaimedNameBody {
  @IsOptional() @OrNull() @IsString() @Length(1, 320) readonly family?: string | null;
  @IsString() @Length(1, 320) readonly given!: string;
  @IsOptional() @OrNull() @IsString() @Length(1, 320) readonly familyLatin?: string | null;
  @IsOptional() @OrNull() @IsString() @Length(1, 320) readonly givenLatin?: string | null;
}

/** The dependent's document. */
export class ClaimedDocumentBody {
  @IsIn(DOCUMENT_TYPES) readonly type!: DocumentType;
  @IsString() @Matches(/^[A-Za-z]{2}$/) readonly state!: string;
  @IsString() @Length(1, 40) readonly number!: string;
}

/** The paper that shows the ground; `sha256` is of its scan, lower-case hex. */
export class EvidenceBody {
  @IsString() @Length(1, 80) readonly type!: string;
  @IsString() @Length(1, 200) readonly authority!: string;
  @IsString() @Length(1, 80) readonly number!: string;
  @IsString() @Matches(/^[0-9a-f]{64}$/) readonly sha256!: string;
}

/** A claim to be somebody's guardian. The one body that names another person; it is compared with nothing that its sender can notice. */
export class ClaimBody {
  @ValidateNested() @Type(() => ClaimedNameBody) readonly name!: ClaimedNameBody;
  @IsCalendarDate() readonly birthDate!: string;
  @ValidateNested() @Type(() => ClaimedDocumentBody) readonly document!: ClaimedDocumentBody;
  @IsIn(GROUNDS) readonly ground!: Ground;
  @ValidateNested() @Type(() => EvidenceBody) readonly evidence!: EvidenceBody;
}

/** The claim as the rules take it. */
export const detailsOf = ({ name, birthDate, document, ground, evidence }: ClaimBody): ClaimDetails => ({
  name: { family: name.family ?? null, given: name.given, familyLatin: name.familyLatin ?? null, givenLatin: name.givenLatin ?? null },
  birthDate,
  document: { type: document.type, state: document.state, number: document.number },
  ground,
  evidence: { type: evidence.type, authority: evidence.authority, number: evidence.number, sha256: evidence.sha256 },
});

/** The same for every well-formed claim. */
export class ClaimReceivedAnswer {
  @IsString() readonly claim!: string;
  @IsIn(['received']) readonly state!: 'received';
}

/** A claim as its claimant sees it; `reason` speaks of the paper only. */
export class MyClaimAnswer {
  @IsString() readonly claim!: string;
  @IsIn(['received', 'confirmed', 'closed']) readonly state!: 'received' | 'confirmed' | 'closed';
  @IsInstant() readonly receivedAt!: string;
  @OrNull() @IsIn(CLOSING_REASONS) readonly reason!: ClosingReason | null;
}

/** A name as it was verified. */
export class VerifiedNameAnswer {
  @OrNull() @IsString() readonly family!: string | null;
  @IsString() readonly given!: string;
  @OrNull() @IsString() readonly familyLatin!: string | null;
  @OrNull() @IsString() readonly givenLatin!: string | null;
}

/** Another guardian of the same dependent, and from when on. */
export class CoGuardianAnswer {
  @ValidateNested() @Type(() => VerifiedNameAnswer) readonly name!: VerifiedNameAnswer;
  @IsInstant() readonly from!: string;
}

/** What a confirmed guardianship lets the guardian see, and from when until when. */
export class MyGuardianshipAnswer {
  @IsString() readonly basis!: string;
  @IsString() readonly claim!: string;
  @IsIn(SCOPES) readonly scope!: Scope;
  @IsArray() @IsIn(PURPOSES, { each: true }) readonly purposes!: readonly Purpose[];
  @IsInstant() readonly from!: string;
  @IsInstant() readonly until!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => CoGuardianAnswer) readonly others!: readonly CoGuardianAnswer[];
}

/** Claims and guardianships, newest first. */
export class MyGuardianshipsAnswer {
  @IsArray() @ValidateNested({ each: true }) @Type(() => MyClaimAnswer) readonly claims!: readonly MyClaimAnswer[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => MyGuardianshipAnswer) readonly guardianships!: readonly MyGuardianshipAnswer[];
}
