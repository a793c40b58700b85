import { IsIn, IsString, Length } from 'class-validator';

/** Why; sealed under the dependent's key. */
export class ReasonBody {
  @IsString() @Length(1, 500) readonly reason!: string;
}

/** How the guardianship stands now. */
export class GuardianshipHandledAnswer {
  @IsString() readonly guardianship!: string;
  @IsIn(['live', 'suspended', 'ended']) readonly state!: 'live' | 'suspended' | 'ended';
}
