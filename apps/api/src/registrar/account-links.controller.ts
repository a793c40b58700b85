import { Body } from '@nestjs/common';
import { LinkAccount } from '../../../../libs/application/people/index.js';
import type { CommandRequest, Duty } from '../../../../libs/application/request.js';
import { Asked, Bus, OnDuty, registrar, Room, Route } from '../edge/index.js';
import { identityOf } from '../shared/person.dto.js';
import { AccountLinkBody, AccountLinkTakenAnswer } from './account-links.dto.js';

/** Accounts for people who were enrolled without one. */
@Room('registrar')
export class AccountLinksController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/registry/account-links',
    urgency: 'ordinary',
    summary: 'Let an account speak for the person before you; whether it took, their own GET /v1/me shows',
    allow: registrar('al2'),
    body: AccountLinkBody,
    answers: { 202: AccountLinkTakenAnswer },
    refusals: ['name', 'document', 'birth-date', 'read-models-behind', 'busy'],
  })
  link(@Asked() request: CommandRequest, @OnDuty() duty: Duty, @Body() body: AccountLinkBody): Promise<AccountLinkTakenAnswer> {
    return this.bus.command(new LinkAccount(request, duty, identityOf(body), { issuer: body.issuer, subject: body.subject }));
  }
}
