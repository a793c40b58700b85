import { Body } from '@nestjs/common';
import type { CommandRequest, Duty } from '../../../../libs/application/request.js';
import { Appoint } from '../../../../libs/application/staff/index.js';
import { newInstitutionName } from '../../../../libs/kernel/index.js';
import { Asked, Bus, OnDuty, registrar, Room, Route } from '../edge/index.js';
import { AppointedAnswer, AppointmentBody } from './appointments.dto.js';

const NOTES = `\`institution\` is what a clinic or an office is called, for good: the same name is the same place. It is not 32 hexadecimal digits (\`invalid-field\`), which could be the id of another place. One that was called so before goes on until the appointments of its staff are over, and reports its samples by then: whoever is appointed there afterwards is appointed under another name, which makes it
another place.`;

/** Duties for clinics, offices and auditors. */
@Room('registrar')
export class AppointmentsController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/registry/appointments',
    urgency: 'ordinary',
    summary: 'Give an account a duty for at most 90 days',
    notes: NOTES,
    allow: registrar('al3'),
    body: AppointmentBody,
    answers: { 201: AppointedAnswer },
    refusals: ['conflict-of-interest', 'appointment-length', 'read-models-behind', 'busy'],
  })
  appoint(@Asked() request: CommandRequest, @OnDuty() duty: Duty, @Body() body: AppointmentBody): Promise<AppointedAnswer> {
    const { issuer, subject, role, institution, days } = body;
    return this.bus.command(new Appoint(request, duty, { issuer, subject, role, institution: newInstitutionName(institution) }, days));
  }
}
