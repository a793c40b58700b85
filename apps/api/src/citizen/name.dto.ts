import { IsString } from 'class-validator';
import { OrNull } from '../edge/index.js';

/** A verified name as the document has it. */
export class NameAnswer {
  @OrNull() @IsString() readonly family!: string | null;
  @IsString() readonly given!: string;
  @OrNull() @IsString() readonly familyLatin!: string | null;
  @OrNull() @IsString() readonly givenLatin!: string | null;
}
