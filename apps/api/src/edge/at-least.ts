import { IsString } from 'class-validator';
import { IsOptional, Length } from './validators.js';

/** The query of a read that read models feed. `at-least`: a `position` that a command answered to this account; what is read is not older. */
export class AtLeast {
  static readonly about = { 'at-least': 'A `position` that a command answered to this account: what is read is not older.' };
  static readonly example = { 'at-least': 'Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd' } satisfies AtLeast;
  @IsOptional() @IsString() @Length(48, 48) readonly 'at-least'?: string;
}
