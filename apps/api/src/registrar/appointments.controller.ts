import { Body } from '@nestjs/common';
import type { CommandRequest, Duty } from '../../../../libs/application/request.js';
import { Appoint } from '../../../../libs/application/staff/index.js';
import { newInstitutionName } from '../../../../libs/kernel/index.js';
import { Asked, Bus, OnDuty, registrar, Room, Route } from '../edge/index.js';
import { AppointedAnswer, AppointmentBody } from './appointments.dto.js';

/** Duties for clinics, offices and auditors. */
@Room('registrar')
export class AppointmentsController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/registry/appointments',
    urgency: 'ordinary',
    summary: 'Give an account a duty for at most 90 days',
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
