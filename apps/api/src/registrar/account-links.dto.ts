import { IsIn, IsString } from 'class-validator';
import { PersonBody } from '../shared/person.dto.js';
import { Length } from '../edge/index.js';

/** The person before the registrar, and the account as their own sign-in shows it. */
export class AccountLinkBody extends PersonBody {
  static override readonly example = { ...PersonBody.example, issuer: 'https://sign-in.example', subject: 'wang-fang' } satisfies AccountLinkBody;
  @IsString() @Length(1, 300) readonly issuer!: string;
  @IsString() @Length(1, 255) readonly subject!: string;
}

/** The same whatever came of it. */
export class AccountLinkTakenAnswer {
  static readonly example = { state: 'received' } satisfies AccountLinkTakenAnswer;
  @IsIn(['received']) readonly state!: 'received';
}
