import { IsString } from 'class-validator';
import { IsInstant } from '../edge/index.js';

/** A code to show at a clinic: good for one sample, until `until`. */
export class SamplingCodeAnswer {
  @IsString() readonly code!: string;
  @IsInstant() readonly until!: string;
}
