import { IsIn } from 'class-validator';

/** The same for new, known and mismatching people. */
export class EnrolmentTakenAnswer {
  static readonly example = { state: 'received' } satisfies EnrolmentTakenAnswer;
  @IsIn(['received']) readonly state!: 'received';
}
