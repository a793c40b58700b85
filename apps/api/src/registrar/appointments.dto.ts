import { IsIn, IsInt, IsString, Matches, Min } from 'class-validator';
import { type Role, ROLES } from '../../../../libs/domain/staff/index.js';
import { newInstitutionName } from '../../../../libs/kernel/index.js';
import { IsInstant, Length } from '../edge/index.js';

/** Which account gets which duty, where, for how many days. */
export class AppointmentBody {
  static readonly example = { issuer: 'https://sign-in.example', subject: 'nurse-zhou', role: 'clinic', institution: 'haidian-clinic', days: 90 } satisfies AppointmentBody;
  @IsString() @Length(1, 300) readonly issuer!: string;
  @IsString() @Length(1, 255) readonly subject!: string;
  @IsIn(ROLES) readonly role!: Role;
  @Matches(new RegExp(newInstitutionName.pattern)) readonly institution!: string;
  @IsInt() @Min(1) readonly days!: number;
}

/** In force in [from, until). */
export class AppointedAnswer {
  static readonly example = { role: 'clinic', institution: 'haidian-clinic', from: '2026-11-23T08:00:00.000Z', until: '2027-02-21T08:00:00.000Z' } satisfies AppointedAnswer;
  @IsIn(ROLES) readonly role!: Role;
  @IsString() readonly institution!: string;
  @IsInstant() readonly from!: string;
  @IsInstant() readonly until!: string;
}
