import { IsArray, IsBoolean, IsIn, IsInt, IsObject, IsString, Matches } from 'class-validator';
import { Type } from 'class-transformer';
import { PURPOSES, SCOPES } from '../../../../libs/domain/scope.js';
import { IsInstant, IsOptional, OrNull, ValidateNested } from '../edge/index.js';

/** A position of the log, in digits, or an RFC 3339 instant, by the log's recorded times; without it, now. */
export class PointQuery {
  static readonly about = { at: 'A position of the log, in digits, or an RFC 3339 instant with a zone: the log up to the first event that was recorded later. Now where it is left out.' };
  static readonly example = { at: '2026-11-23T08:00:00.000Z' } satisfies PointQuery;
  @IsOptional()
  @IsString()
  @Matches(/^(\d{1,18}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2}))$/)
  readonly at?: string;
}

/** Where reading begins: events after this position. */
export class AfterQuery {
  static readonly about = { after: 'A position of the log: events after it. From the beginning where it is left out.' };
  static readonly example = { after: '0' } satisfies AfterQuery;
  @IsOptional()
  @IsString()
  @Matches(/^\d{1,18}$/)
  readonly after?: string;
}

/** An event with its sealed fields shut. */
export class ShutEventAnswer {
  static readonly example = {
    position: '7',
    stream: 'consent-0f8fad5bd9cb469fa16570867728950e',
    revision: '3',
    id: '0f8fad5b-d9cb-469f-a165-70867728950e',
    type: 'ConsentRevoked',
    version: 1,
    data: { consent: 'c_0f8fad5bd9cb469fa16570867728950e', at: '2026-11-23T08:00:00.000Z' },
  } satisfies ShutEventAnswer;
  @IsString() readonly position!: string;
  @IsString() readonly stream!: string;
  @IsString() readonly revision!: string;
  @IsString() readonly id!: string;
  @IsString() readonly type!: string;
  @IsInt() readonly version!: number;
  @IsObject() readonly data!: object;
}

/** A basis on which somebody could look; `as-age-allows` where age, which is sealed, has its say. */
export class CouldLookAnswer {
  static readonly example = {
    basis: 'c_0f8fad5bd9cb469fa16570867728950e',
    viewer: '7c9e6679742540de944be07fc1f90ae7',
    subject: '0f8fad5bd9cb469fa16570867728950e',
    scope: 'results',
    purposes: ['FAMRQT'],
    from: '2026-11-23T08:00:00.000Z',
    until: '2026-12-23T08:00:00.000Z',
    answer: 'yes',
  } satisfies CouldLookAnswer;
  @IsString() readonly basis!: string;
  @IsString() readonly viewer!: string;
  @IsString() readonly subject!: string;
  @IsIn(SCOPES) readonly scope!: string;
  @IsArray() @IsIn(PURPOSES, { each: true }) readonly purposes!: readonly string[];
  @IsInstant() readonly from!: string;
  @IsInstant() readonly until!: string;
  @IsIn(['yes', 'as-age-allows']) readonly answer!: string;
}

/** A view that was refused. */
export class WasRefusedAnswer {
  static readonly example = {
    position: '12',
    basis: 'c_0f8fad5bd9cb469fa16570867728950e',
    viewer: '7c9e6679742540de944be07fc1f90ae7',
    scope: 'results',
    purpose: 'FAMRQT',
    at: '2026-11-23T08:00:00.000Z',
  } satisfies WasRefusedAnswer;
  @IsString() readonly position!: string;
  @IsString() readonly basis!: string;
  @IsString() readonly viewer!: string;
  @IsIn(SCOPES) readonly scope!: string;
  @IsIn(PURPOSES) readonly purpose!: string;
  @IsInstant() readonly at!: string;
}

/** A view that was recorded. */
export class DidLookAnswer extends WasRefusedAnswer {
  static override readonly example = { ...WasRefusedAnswer.example, rule: 'cn-1', shown: 'shown' } satisfies DidLookAnswer;
  @IsString() readonly rule!: string;
  @IsIn(['shown', 'withheld']) readonly shown!: string;
}

/** What a basis allows, in clear; `byAge` where age, which is sealed, has its say. */
export class AllowedTermsAnswer {
  static readonly example = { scope: 'results', purposes: ['FAMRQT'], from: '2026-11-23T08:00:00.000Z', until: '2026-12-23T08:00:00.000Z', byAge: false } satisfies AllowedTermsAnswer;
  @IsIn(SCOPES) readonly scope!: string;
  @IsArray() @IsIn(PURPOSES, { each: true }) readonly purposes!: readonly string[];
  @IsInstant() readonly from!: string;
  @IsInstant() readonly until!: string;
  @IsBoolean() readonly byAge!: boolean;
}

/** Something that changed who can look; no terms where the basis allows nothing any more, for good or until it is reinstated. */
export class ChangedAnswer {
  static readonly example = {
    position: '11',
    type: 'ConsentGranted',
    basis: 'c_0f8fad5bd9cb469fa16570867728950e',
    viewer: '7c9e6679742540de944be07fc1f90ae7',
    at: '2026-11-23T08:00:00.000Z',
    terms: AllowedTermsAnswer.example,
  } satisfies ChangedAnswer;
  @IsString() readonly position!: string;
  @IsString() readonly type!: string;
  @IsString() readonly basis!: string;
  @IsString() readonly viewer!: string;
  @IsInstant() readonly at!: string;
  @OrNull() @ValidateNested() @Type(() => AllowedTermsAnswer) readonly terms!: AllowedTermsAnswer | null;
}

/** What changed who can look; who could, who did and who was refused. */
export class AccessReportAnswer {
  static readonly example = { position: '12', asOf: '2026-11-23T08:00:00.000Z', changed: [ChangedAnswer.example], could: [CouldLookAnswer.example], did: [DidLookAnswer.example], refused: [WasRefusedAnswer.example] } satisfies AccessReportAnswer;
  @IsString() readonly position!: string;
  @IsInstant() readonly asOf!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => ChangedAnswer) readonly changed!: readonly ChangedAnswer[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => CouldLookAnswer) readonly could!: readonly CouldLookAnswer[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => DidLookAnswer) readonly did!: readonly DidLookAnswer[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => WasRefusedAnswer) readonly refused!: readonly WasRefusedAnswer[];
}
