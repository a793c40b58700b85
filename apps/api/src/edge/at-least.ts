import { IsOptional, IsString, Length } from 'class-validator';

/** The query of a read that read models feed. `at-least`: a `position` that a command answered to this account; what is read is not older. */
export class AtLeast {
  @IsOptional() @IsString() @Length(48, 48) readonly 'at-least'?: string;
}
