import { describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEmail, IsIn, IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { schemaOf } from './schema.js';
import { IsCalendarDate, IsInstant, IsOptional, Length, OrNull, ValidateNested } from './validators.js';

class Inner {
  @Matches(/^[A-Z]{2}$/)
  readonly state!: string;
}

class Outer {
  @IsIn(['status', 'results'])
  readonly scope!: string;
  @IsInstant()
  readonly until!: string;
  @IsOptional()
  @IsString()
  @Length(1, 40)
  readonly label?: string;
  @OrNull()
  @IsCalendarDate()
  readonly birthDate!: string | null;
  @OrNull()
  @IsIn(['a', 'b'])
  readonly choice!: string | null;
  @IsInt()
  @Min(0)
  @Max(9)
  readonly count!: number;
  @ValidateNested()
  readonly one!: Inner;
  @OrNull()
  @ValidateNested()
  @Type(() => Inner)
  readonly maybe!: Inner | null;
  @ValidateNested({ each: true })
  @Type(() => Inner)
  @ArrayMaxSize(3)
  readonly many!: readonly Inner[];
  @IsString({ each: true })
  readonly words!: readonly string[];
}

class Mail {
  @IsEmail()
  readonly address!: string;
}

class Insensitive {
  @Matches(/^a$/i)
  readonly letter!: string;
}

const INNER = { type: 'object', properties: { state: { type: 'string', pattern: '^[A-Z]{2}$' } }, required: ['state'], additionalProperties: false };

describe('the schema of a class', () => {
  it('is closed at every depth and says what the decorators say', () => {
    expect(schemaOf(Outer)).toEqual({
      type: 'object',
      additionalProperties: false,
      required: ['scope', 'until', 'birthDate', 'choice', 'count', 'one', 'maybe', 'many', 'words'],
      properties: {
        scope: { type: 'string', enum: ['status', 'results'] },
        until: { type: 'string', format: 'date-time' },
        label: { type: 'string', minLength: 1, maxLength: 40 },
        birthDate: { type: ['string', 'null'], format: 'date' },
        choice: { type: ['string', 'null'], enum: ['a', 'b', null] },
        count: { type: 'integer', minimum: 0, maximum: 9 },
        one: INNER,
        maybe: { ...INNER, type: ['object', 'null'] },
        many: { type: 'array', items: INNER, maxItems: 3 },
        words: { type: 'array', items: { type: 'string' } },
      },
    });
  });

  it('is refused for a decorator that no schema enforces', () => {
    expect(() => schemaOf(Mail)).toThrow('isEmail');
    expect(() => schemaOf(Insensitive)).toThrow('flag');
  });
});
