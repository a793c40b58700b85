import { IsIn } from 'class-validator';

/** The same for new, known and mismatching people. */
export class EnrolmentTakenAnswer {
  @IsIn(['received']) readonly state!: 'received';
}
