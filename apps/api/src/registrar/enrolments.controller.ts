import { Body } from '@nestjs/common';
import { EnrolAtCounter } from '../../../../libs/application/people/index.js';
import type { CommandRequest, Duty } from '../../../../libs/application/request.js';
import { Asked, Bus, OnDuty, registrar, Room, Route } from '../edge/index.js';
import { identityOf, PersonBody } from '../shared/person.dto.js';
import { CardPrintedAnswer } from './enrolments.dto.js';

/** Enrolment at a counter. */
@Room('registrar')
export class CounterEnrolmentsController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/registry/enrolments',
    urgency: 'ordinary',
    summary: 'Enrol the person before you and print their card; the answer is alike for new, known and mismatching people',
    allow: registrar('al2'),
    body: PersonBody,
    answers: { 202: CardPrintedAnswer },
    refusals: ['name', 'document', 'birth-date', 'read-models-behind', 'busy'],
  })
  enrol(@Asked() request: CommandRequest, @OnDuty() duty: Duty, @Body() body: PersonBody): Promise<CardPrintedAnswer> {
    return this.bus.command(new EnrolAtCounter(request, duty, identityOf(body)));
  }
}
