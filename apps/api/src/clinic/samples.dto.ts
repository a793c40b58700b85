import { IsBoolean, IsString } from 'class-validator';
import { IsInstant, IsOptional, Length } from '../edge/index.js';

/** A scanned code and the barcode of the tube; collected now where no time is given. */
export class SampleBody {
  static readonly example = { code: 'w9Zr1mXh2sNQ0vTq', barcode: 'TUBE-1', collectedAt: '2026-11-22T23:30:00.000Z' } satisfies SampleBody;
  @IsString() @Length(1, 64) readonly code!: string;
  @IsString() @Length(1, 200) readonly barcode!: string;
  @IsOptional() @IsInstant() readonly collectedAt?: string;
}

/** To compare with the document on the table: surname and the last two characters of the number. `flagged`: you have a private tie with this person. */
export class SampleShownAnswer {
  static readonly example = { sample: '0f8fad5bd9cb469fa16570867728950e', surname: '王', numberEnd: '2X', flagged: false } satisfies SampleShownAnswer;
  @IsString() readonly sample!: string;
  @IsString() readonly surname!: string;
  @IsString() readonly numberEnd!: string;
  @IsBoolean() readonly flagged!: boolean;
}

/** A tube, by what is printed on it. */
export class BarcodeBody {
  static readonly example = { barcode: 'TUBE-1' } satisfies BarcodeBody;
  @IsString() @Length(1, 200) readonly barcode!: string;
}
