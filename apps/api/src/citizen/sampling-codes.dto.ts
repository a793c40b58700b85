import { IsString } from 'class-validator';
import { IsInstant } from '../edge/index.js';

/** A code to show at a clinic: good for one sample, until `until`. */
export class SamplingCodeAnswer {
  static readonly example = { code: 'w9Zr1mXh2sNQ0vTq', until: '2026-11-23T08:00:00.000Z' } satisfies SamplingCodeAnswer;
  @IsString() readonly code!: string;
  @IsInstant() readonly until!: string;
}
