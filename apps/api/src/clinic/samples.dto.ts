import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import { IsInstant } from '../edge/index.js';

/** A scanned code and the barcode of the tube; collected now where no time is given. */
export class SampleBody {
  @IsString() @Length(1, 64) readonly code!: string;
  @IsString() @Length(1, 200) readonly barcode!: string;
  @IsOptional() @IsInstant() readonly collectedAt?: string;
}

/** To compare with the document on the table: surname and the last two characters of the number. `flagged`: you have a private tie with this person. */
export class SampleShownAnswer {
  @IsString() readonly sample!: string;
  @IsString() readonly surname!: string;
  @IsString() readonly numberEnd!: string;
  @IsBoolean() readonly flagged!: boolean;
}
