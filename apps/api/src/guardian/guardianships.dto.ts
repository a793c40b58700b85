import { Type } from 'class-transformer';
import { IsArray, IsIn, IsString, Matches } from 'class-validator';
import { type ClaimDetails, CLOSING_REASONS, type ClosingReason, type Ground, GROUNDS } from '../../../../libs/domain/guardianship/index.js';
import { type Purpose, PURPOSES, type Scope, SCOPES } from '../../../../libs/domain/scope.js';
import { IsInstant, IsOptional, Length, OrNull, ValidateNested } from '../edge/index.js';
import { ONE_LINE } from '../shared/one-line.js';
import { identityOf, NameAnswer, PersonBody } from '../shared/person.dto.js';

/** The paper that shows the ground; `sha256` is of its scan, lower-case hex. */
export class EvidenceBody {
  static readonly example = { type: 'birth-certificate', authority: 'Haidian Maternal and Child Health Hospital', number: 'M110123456', sha256: 'abababababababababababababababababababababababababababababababab' } satisfies EvidenceBody;
  @IsString() @Length(1, 80) readonly type!: string;
  @IsString() @Length(1, 200) readonly authority!: string;
  @IsString() @Length(1, 80) readonly number!: string;
  @IsString() @Matches(/^[0-9a-f]{64}$/) readonly sha256!: string;
}

/** A claim to be somebody's guardian. The one body that names another person; it is compared with nothing that its sender can notice. `label` is the claimant's own word for them; nobody else ever sees it. */
export class ClaimBody extends PersonBody {
  static override readonly example = { ...PersonBody.example, ground: 'parent-of-minor', evidence: EvidenceBody.example, label: 'My little one' } satisfies ClaimBody;
  @IsIn(GROUNDS) readonly ground!: Ground;
  @ValidateNested() @Type(() => EvidenceBody) readonly evidence!: EvidenceBody;
  @IsOptional() @IsString() @Length(1, 40) @Matches(ONE_LINE) readonly label?: string;
}

/** The claim as the rules take it. */
export const detailsOf = (claim: ClaimBody): ClaimDetails => {
  const { type, authority, number, sha256 } = claim.evidence;
  return { ...identityOf(claim), ground: claim.ground, evidence: { type, authority, number, sha256 } };
};

/** The same for every well-formed claim. */
export class ClaimReceivedAnswer {
  static readonly example = { claim: '0f8fad5bd9cb469fa16570867728950e', state: 'received' } satisfies ClaimReceivedAnswer;
  @IsString() readonly claim!: string;
  @IsIn(['received']) readonly state!: 'received';
}

/** A claim as its claimant sees it, under their own label; `reason` speaks of the paper only. */
export class MyClaimAnswer {
  static readonly example = { claim: '0f8fad5bd9cb469fa16570867728950e', state: 'confirmed', receivedAt: '2026-11-23T08:00:00.000Z', reason: null, label: 'My little one' } satisfies MyClaimAnswer;
  @IsString() readonly claim!: string;
  @IsIn(['received', 'confirmed', 'closed']) readonly state!: 'received' | 'confirmed' | 'closed';
  @IsInstant() readonly receivedAt!: string;
  @OrNull() @IsIn(CLOSING_REASONS) readonly reason!: ClosingReason | null;
  @OrNull() @IsString() readonly label!: string | null;
}

/** Another guardian of the same dependent, and from when on. */
export class CoGuardianAnswer {
  static readonly example = { name: NameAnswer.example, from: '2026-11-23T08:00:00.000Z' } satisfies CoGuardianAnswer;
  @ValidateNested() @Type(() => NameAnswer) readonly name!: NameAnswer;
  @IsInstant() readonly from!: string;
}

/** What a confirmed guardianship lets the guardian see, and from when until when. */
export class MyGuardianshipAnswer {
  static readonly example = {
    basis: 'g_0f8fad5bd9cb469fa16570867728950e-1',
    claim: '0f8fad5bd9cb469fa16570867728950e',
    scope: 'results',
    purposes: ['FAMRQT'],
    from: '2026-11-23T08:00:00.000Z',
    until: '2031-11-23T08:00:00.000Z',
    label: 'My little one',
    others: [CoGuardianAnswer.example],
  } satisfies MyGuardianshipAnswer;
  @IsString() readonly basis!: string;
  @IsString() readonly claim!: string;
  @IsIn(SCOPES) readonly scope!: Scope;
  @IsArray() @IsIn(PURPOSES, { each: true }) readonly purposes!: readonly Purpose[];
  @IsInstant() readonly from!: string;
  @IsInstant() readonly until!: string;
  @OrNull() @IsString() readonly label!: string | null;
  @IsArray() @ValidateNested({ each: true }) @Type(() => CoGuardianAnswer) readonly others!: readonly CoGuardianAnswer[];
}

/** Claims and guardianships, newest first. */
export class MyGuardianshipsAnswer {
  static readonly example = { claims: [MyClaimAnswer.example], guardianships: [MyGuardianshipAnswer.example] } satisfies MyGuardianshipsAnswer;
  @IsArray() @ValidateNested({ each: true }) @Type(() => MyClaimAnswer) readonly claims!: readonly MyClaimAnswer[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => MyGuardianshipAnswer) readonly guardianships!: readonly MyGuardianshipAnswer[];
}
