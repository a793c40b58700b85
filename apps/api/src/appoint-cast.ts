import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Ledger } from '../../../libs/application/ledger/index.js';
import { Names } from '../../../libs/application/names.js';
import { Clock } from '../../../libs/application/ports/index.js';
import { AppointOnServer } from '../../../libs/application/staff/index.js';
import { staffAggregate } from '../../../libs/application/staff/staff-aggregate.js';
import { streams } from '../../../libs/application/streams.js';
import { CN_1 } from '../../../libs/domain/policy/cn-1.js';
import { dutyIn } from '../../../libs/domain/staff/index.js';
import { DAY, InstitutionName } from '../../../libs/kernel/index.js';
import type { CastMember } from '../../issuer/cast.js';
import { DEVELOPMENT_ISSUER } from '../../issuer/development.js';

/** Development only: looks which of the cast's staff have no duty yet, and answers what gives it to them. Those in force stay as they are, and those taken back stay so. */
export async function appointmentsOf(app: NestFastifyApplication, cast: readonly CastMember[]): Promise<() => Promise<void>> {
  const posts = (await Promise.all(cast.map((member) => missingPost(app, member)))).filter((post) => post !== undefined);
  return async () => {
    await Promise.all(posts.map((post) => app.get(CommandBus).execute(new AppointOnServer(post, CN_1.staff.longestAppointment / DAY))));
  };
}

async function missingPost(app: NestFastifyApplication, { name, duty }: CastMember): Promise<AppointOnServer['post'] | undefined> {
  if (duty === null) return undefined;
  const account = app.get(Names).account(DEVELOPMENT_ISSUER, name);
  const { state } = await app.get(Ledger).load(staffAggregate, streams.staff(app.get(Names).staff(account)));
  const takenBack = state.appointments.some(({ role, endedAt }) => role === duty.role && endedAt !== null);
  if (takenBack || dutyIn(state, duty.role, app.get(Clock).now()) !== undefined) return undefined;
  return { issuer: DEVELOPMENT_ISSUER, subject: name, role: duty.role, institution: InstitutionName(duty.institution) };
}
