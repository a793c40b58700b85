import { Type } from 'class-transformer';
import { IsArray, IsIn, IsString } from 'class-validator';
import { type Purpose, PURPOSES, type Scope, SCOPES } from '../../../../libs/domain/scope.js';
import { IsInstant, OrNull, ValidateNested } from '../edge/index.js';
import { NameAnswer } from '../shared/person.dto.js';

class BasisTermsAnswer {
  @IsString() readonly basis!: string;
  @IsIn(['consent', 'guardianship']) readonly kind!: 'consent' | 'guardianship';
  @IsIn(SCOPES) readonly scope!: Scope;
  @IsArray() @IsIn(PURPOSES, { each: true }) readonly purposes!: readonly Purpose[];
  @OrNull() @IsInstant() readonly from!: string | null;
  @OrNull() @IsInstant() readonly until!: string | null;
}

/** Somebody who may look at you, or asks to (`opened`). */
export class OnlookerAnswer extends BasisTermsAnswer {
  static readonly example = {
    basis: 'c_0f8fad5bd9cb469fa16570867728950e',
    kind: 'consent',
    scope: 'results',
    purposes: ['FAMRQT'],
    from: '2026-11-23T08:00:00.000Z',
    until: '2026-12-23T08:00:00.000Z',
    viewer: NameAnswer.example,
    state: 'live',
  } satisfies OnlookerAnswer;
  @OrNull() @ValidateNested() @Type(() => NameAnswer) readonly viewer!: NameAnswer | null;
  @IsIn(['opened', 'live', 'suspended', 'ended', 'declined']) readonly state!: 'opened' | 'live' | 'suspended' | 'ended' | 'declined';
}

/** Somebody at whom you may look, under your own label; what was granted stands here until its window ends. */
export class OverlookedAnswer extends BasisTermsAnswer {
  static readonly example = {
    basis: 'c_0f8fad5bd9cb469fa16570867728950e',
    kind: 'consent',
    scope: 'results',
    purposes: ['FAMRQT'],
    from: '2026-11-23T08:00:00.000Z',
    until: '2026-12-23T08:00:00.000Z',
    label: 'Mum',
    state: 'granted',
  } satisfies OverlookedAnswer;
  @OrNull() @IsString() readonly label!: string | null;
  @IsIn(['asked', 'granted']) readonly state!: 'asked' | 'granted';
}

/** Who may look at you (`onMe`), and at whom you may look (`mine`). */
export class BasesAnswer {
  static readonly example = { onMe: [OnlookerAnswer.example], mine: [OverlookedAnswer.example] } satisfies BasesAnswer;
  @IsArray() @ValidateNested({ each: true }) @Type(() => OnlookerAnswer) readonly onMe!: readonly OnlookerAnswer[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => OverlookedAnswer) readonly mine!: readonly OverlookedAnswer[];
}
