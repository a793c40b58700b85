import { IsIn, IsString } from 'class-validator';
import { Length } from '../edge/index.js';

/** Why; sealed under the dependent's key. */
export class ReasonBody {
  static readonly example = { reason: 'A court order of 20 November was shown' } satisfies ReasonBody;
  @IsString() @Length(1, 500) readonly reason!: string;
}

/** How the guardianship stands now. */
export class GuardianshipHandledAnswer {
  static readonly example = { guardianship: 'g_0f8fad5bd9cb469fa16570867728950e-1', state: 'suspended' } satisfies GuardianshipHandledAnswer;
  @IsString() readonly guardianship!: string;
  @IsIn(['live', 'suspended', 'ended']) readonly state!: 'live' | 'suspended' | 'ended';
}
