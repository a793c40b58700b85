import { IsBoolean, IsIn, IsString } from 'class-validator';

/** How the tube stands now. */
export class BarcodeReleasedAnswer {
  @IsString() readonly sample!: string;
  @IsIn(['registered', 'reported', 'withdrawn']) readonly state!: 'registered' | 'reported' | 'withdrawn';
  @IsBoolean() readonly locked!: boolean;
}
