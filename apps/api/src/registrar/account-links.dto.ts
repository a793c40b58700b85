import { IsIn, IsString, Length } from 'class-validator';
import { PersonBody } from '../shared/person.dto.js';

/** The person before the registrar, and the account as their own sign-in shows it. */
export class AccountLinkBody extends PersonBody {
  @IsString() @Length(1, 300) readonly issuer!: string;
  @IsString() @Length(1, 255) readonly subject!: string;
}

/** The same whatever came of it. */
export class AccountLinkTakenAnswer {
  @IsIn(['received']) readonly state!: 'received';
}
