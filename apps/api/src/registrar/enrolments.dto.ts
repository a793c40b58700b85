import { IsArray, IsString } from 'class-validator';

/** Ten codes to print, one use each. They are dead where the person did not match, which only a clinic that scans one finds out. */
export class CardPrintedAnswer {
  @IsArray() @IsString({ each: true }) readonly codes!: readonly string[];
}
