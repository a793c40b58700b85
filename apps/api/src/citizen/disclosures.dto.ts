import { Type } from 'class-transformer';
import { IsArray, IsIn, IsString, Matches } from 'class-validator';
import { type Purpose, PURPOSES, type Scope, SCOPES } from '../../../../libs/domain/scope.js';
import { AtLeast, IsInstant, IsOptional, Length, OrNull, ValidateNested } from '../edge/index.js';
import { NameAnswer } from '../shared/person.dto.js';

/** Which page: `before` is the `next` of the page before it. */
export class DisclosuresQuery extends AtLeast {
  static override readonly about = { ...AtLeast.about, before: 'The `next` of the page before.', limit: 'Entries a page, 1 to 100; 50 where it is left out.' };
  static override readonly example = { before: 'Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd', limit: '50', ...AtLeast.example } satisfies DisclosuresQuery;
  @IsOptional() @IsString() @Length(48, 48) readonly before?: string;
  @IsOptional() @Matches(/^(?:[1-9][0-9]?|100)$/) readonly limit?: string;
}

/** An earlier look that was alike, of a few minutes before. */
export class RepeatAnswer {
  static readonly example = { at: '2026-11-23T08:00:00.000Z', disclosure: 'K7QF-2M9D' } satisfies RepeatAnswer;
  @IsInstant() readonly at!: string;
  @IsOptional() @IsString() readonly disclosure?: string;
}

/**
 * One line of the log. A `view` says what was shown, to whom and by which rule; a `refusal` who tried, by name or, for a stranger, by a pseudonym; `staff`
 * which act it was and for which institutions. Quick repeats of a view or a refusal are rolled up in `repeats`, each with its instant.
 */
export class DisclosureAnswer {
  static readonly example = {
    kind: 'view',
    at: '2026-11-23T08:00:00.000Z',
    disclosure: 'K7QF-2M9D',
    basis: 'c_0f8fad5bd9cb469fa16570867728950e',
    scope: 'results',
    purpose: 'FAMRQT',
    rule: 'cn-1',
    viewer: NameAnswer.example,
    repeats: [RepeatAnswer.example],
  } satisfies DisclosureAnswer;
  @IsIn(['view', 'refusal', 'staff']) readonly kind!: 'view' | 'refusal' | 'staff';
  @IsInstant() readonly at!: string;
  @IsOptional() @IsString() readonly disclosure?: string;
  @IsOptional() @IsString() readonly basis?: string;
  @IsOptional() @IsIn(SCOPES) readonly scope?: Scope;
  @IsOptional() @IsIn(PURPOSES) readonly purpose?: Purpose;
  @IsOptional() @IsString() readonly rule?: string;
  @IsOptional() @OrNull() @ValidateNested() @Type(() => NameAnswer) readonly viewer?: NameAnswer | null;
  @IsOptional() @OrNull() @IsString() readonly pseudonym?: string | null;
  @IsOptional() @IsString() readonly act?: string;
  @IsOptional() @IsArray() @IsString({ each: true }) readonly institutions?: readonly string[];
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => RepeatAnswer) readonly repeats?: readonly RepeatAnswer[];
}

/** Newest first; `next` is null on the last page. */
export class DisclosuresAnswer {
  static readonly example = { entries: [DisclosureAnswer.example, { kind: 'staff', at: '2026-11-22T23:30:00.000Z', act: 'SampleRegistered', institutions: ['haidian-clinic'] }], next: null } satisfies DisclosuresAnswer;
  @IsArray() @ValidateNested({ each: true }) @Type(() => DisclosureAnswer) readonly entries!: readonly DisclosureAnswer[];
  @OrNull() @IsString() readonly next!: string | null;
}
