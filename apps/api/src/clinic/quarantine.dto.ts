import { Type } from 'class-transformer';
import { IsArray, IsString, Matches } from 'class-validator';
import { IsInstant, IsOptional, Length, OrNull, ValidateNested } from '../edge/index.js';

/** Which page: `before` is the `next` of the page before it. */
export class QuarantineQuery {
  static readonly about = { before: 'The `next` of the page before.', limit: 'Barcodes a page, 1 to 100; 50 where it is left out.' };
  static readonly example = { before: 'Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd', limit: '50' } satisfies QuarantineQuery;
  @IsOptional() @IsString() @Length(48, 48) readonly before?: string;
  @IsOptional() @Matches(/^(?:[1-9][0-9]?|100)$/) readonly limit?: string;
}

/** A barcode that takes no rows since then, until a registrar releases it; null where it cannot be read any more. */
export class LockedAnswer {
  static readonly example = { sample: '0f8fad5bd9cb469fa16570867728950e', barcode: 'TUBE-1', since: '2026-11-23T08:00:00.000Z' } satisfies LockedAnswer;
  @IsString() readonly sample!: string;
  @OrNull() @IsString() readonly barcode!: string | null;
  @IsInstant() readonly since!: string;
}

/** Newest first; `next` is null on the last page. */
export class QuarantineAnswer {
  static readonly example = { locked: [LockedAnswer.example], next: null } satisfies QuarantineAnswer;
  @IsArray() @ValidateNested({ each: true }) @Type(() => LockedAnswer) readonly locked!: readonly LockedAnswer[];
  @OrNull() @IsString() readonly next!: string | null;
}
