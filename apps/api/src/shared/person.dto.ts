import { Type } from 'class-transformer';
import { IsIn, IsString, Matches } from 'class-validator';
import type { Identity } from '../../../../libs/domain/citizen/index.js';
import { DOCUMENT_TYPES, type DocumentType } from '../../../../libs/domain/person.js';
import { IsCalendarDate, IsOptional, Length, OrNull, ValidateNested } from '../edge/index.js';

/** A name as the document carries it; the Latin transliteration where it has one. Lengths are generous: the rule counts after normalisation. */
export class NameBody {
  static readonly example = { family: '王', given: '芳', familyLatin: 'WANG', givenLatin: 'FANG' } satisfies NameBody;
  @IsOptional() @OrNull() @IsString() @Length(1, 320) readonly family?: string | null;
  @IsString() @Length(1, 320) readonly given!: string;
  @IsOptional() @OrNull() @IsString() @Length(1, 320) readonly familyLatin?: string | null;
  @IsOptional() @OrNull() @IsString() @Length(1, 320) readonly givenLatin?: string | null;
}

/** A document; `state` is ISO 3166-1 alpha-2. */
export class DocumentBody {
  static readonly example = { type: 'passport', state: 'CN', number: 'E12345678' } satisfies DocumentBody;
  @IsIn(DOCUMENT_TYPES) readonly type!: DocumentType;
  @IsString() @Matches(/^[A-Za-z]{2}$/) readonly state!: string;
  @IsString() @Length(1, 40) readonly number!: string;
}

/** Somebody as their document describes them. */
export class PersonBody {
  static readonly example = { name: NameBody.example, birthDate: '2019-08-01', document: DocumentBody.example } satisfies PersonBody;
  @ValidateNested() @Type(() => NameBody) readonly name!: NameBody;
  @IsCalendarDate() readonly birthDate!: string;
  @ValidateNested() @Type(() => DocumentBody) readonly document!: DocumentBody;
}

/** The description as the rules take it. */
export const identityOf = ({ name, birthDate, document }: PersonBody): Identity => ({
  name: { family: name.family ?? null, given: name.given, familyLatin: name.familyLatin ?? null, givenLatin: name.givenLatin ?? null },
  birthDate,
  document: { type: document.type, state: document.state, number: document.number },
});

/** A name, verified or off a paper. */
export class NameAnswer {
  static readonly example = { family: '王', given: '芳', familyLatin: 'WANG', givenLatin: 'FANG' } satisfies NameAnswer;
  @OrNull() @IsString() readonly family!: string | null;
  @IsString() readonly given!: string;
  @OrNull() @IsString() readonly familyLatin!: string | null;
  @OrNull() @IsString() readonly givenLatin!: string | null;
}

/** A document off a paper. */
export class DocumentAnswer {
  static readonly example = { type: 'passport', state: 'CN', number: 'E12345678' } satisfies DocumentAnswer;
  @IsIn(DOCUMENT_TYPES) readonly type!: DocumentType;
  @IsString() readonly state!: string;
  @IsString() readonly number!: string;
}
