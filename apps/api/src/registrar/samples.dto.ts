import { IsBoolean, IsIn, IsString } from 'class-validator';

/** How the tube stands now. */
export class BarcodeReleasedAnswer {
  static readonly example = { sample: '0f8fad5bd9cb469fa16570867728950e', state: 'registered', locked: false } satisfies BarcodeReleasedAnswer;
  @IsString() readonly sample!: string;
  @IsIn(['registered', 'reported', 'withdrawn']) readonly state!: 'registered' | 'reported' | 'withdrawn';
  @IsBoolean() readonly locked!: boolean;
}
