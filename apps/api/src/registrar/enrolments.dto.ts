import { IsArray, IsString } from 'class-validator';

/** Ten codes to print, one use each. They are dead where the person did not match, which only a clinic that scans one finds out. */
export class CardPrintedAnswer {
  static readonly example = { codes: ['w9Zr1mXh2sNQ0vTq', 'b4Yt8nKc6uPE3zLd'] } satisfies CardPrintedAnswer;
  @IsArray() @IsString({ each: true }) readonly codes!: readonly string[];
}
