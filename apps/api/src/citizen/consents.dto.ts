import { Type } from 'class-transformer';
import { IsArray, IsIn, IsString, Matches } from 'class-validator';
import { type Purpose, PURPOSES, type Scope, SCOPES } from '../../../../libs/domain/scope.js';
import { IsInstant, Length, ValidateNested } from '../edge/index.js';
import { ONE_LINE } from '../shared/one-line.js';
import { NameAnswer } from '../shared/person.dto.js';

/** What is asked for, or granted. */
export class ConsentTermsBody {
  static readonly example = { scope: 'results', purpose: 'FAMRQT', until: '2026-12-23T08:00:00.000Z' } satisfies ConsentTermsBody;
  @IsIn(SCOPES) readonly scope!: Scope;
  @IsIn(PURPOSES) readonly purpose!: Purpose;
  @IsInstant() readonly until!: string;
}

/** `label` is the viewer's own word for the other person; nobody else ever sees it. */
export class ConsentRequestBody extends ConsentTermsBody {
  static override readonly example = { ...ConsentTermsBody.example, label: 'Mum' } satisfies ConsentRequestBody;
  @IsString() @Length(1, 40) @Matches(ONE_LINE) readonly label!: string;
}

/** Reads with `at-least={position}` are not older than this. Hand `code` over in person, or by any channel of the two, before `codeUntil`; compare the `words`. */
export class ConsentAskedAnswer {
  static readonly example = { consent: 'c_0f8fad5bd9cb469fa16570867728950e', code: 'w9Zr1mXh2sNQ0vTq', words: ['river', 'lantern', 'seven'], codeUntil: '2026-11-23T08:00:00.000Z', position: 'Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd' } satisfies ConsentAskedAnswer;
  @IsString() readonly consent!: string;
  @IsString() readonly code!: string;
  @IsArray() @IsString({ each: true }) readonly words!: readonly string[];
  @IsInstant() readonly codeUntil!: string;
  @IsString() readonly position!: string;
}

/** A code as it was handed over. */
export class CodeOpeningBody {
  static readonly example = { code: 'w9Zr1mXh2sNQ0vTq' } satisfies CodeOpeningBody;
  @IsString() @Length(1, 64) readonly code!: string;
}

/** Who asks, verified, and for what. */
export class CodeOpenedAnswer {
  static readonly example = {
    consent: 'c_0f8fad5bd9cb469fa16570867728950e',
    viewer: NameAnswer.example,
    ...ConsentTermsBody.example,
    words: ['river', 'lantern', 'seven'],
    position: 'Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd',
  } satisfies CodeOpenedAnswer;
  @IsString() readonly consent!: string;
  @ValidateNested() @Type(() => NameAnswer) readonly viewer!: NameAnswer;
  @IsIn(SCOPES) readonly scope!: Scope;
  @IsIn(PURPOSES) readonly purpose!: Purpose;
  @IsInstant() readonly until!: string;
  @IsArray() @IsString({ each: true }) readonly words!: readonly string[];
  @IsString() readonly position!: string;
}

/** What counts in [from, until). */
export class ConsentGrantedAnswer {
  static readonly example = { consent: 'c_0f8fad5bd9cb469fa16570867728950e', ...ConsentTermsBody.example, from: '2026-11-23T08:00:00.000Z', position: 'Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd' } satisfies ConsentGrantedAnswer;
  @IsString() readonly consent!: string;
  @IsIn(SCOPES) readonly scope!: Scope;
  @IsIn(PURPOSES) readonly purpose!: Purpose;
  @IsInstant() readonly from!: string;
  @IsInstant() readonly until!: string;
  @IsString() readonly position!: string;
}

/** The consent that is over. */
export class ConsentOverAnswer {
  static readonly example = { consent: 'c_0f8fad5bd9cb469fa16570867728950e', state: 'ended', position: 'Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd' } satisfies ConsentOverAnswer;
  @IsString() readonly consent!: string;
  @IsIn(['declined', 'ended']) readonly state!: 'declined' | 'ended';
  @IsString() readonly position!: string;
}
