import { EnrolSelf } from '../../../../libs/application/people/index.js';
import type { CommandRequest } from '../../../../libs/application/request.js';
import { AccessToken, account, Asked, Bus, Room, Route } from '../edge/index.js';
import { EnrolmentTakenAnswer } from './enrolments.dto.js';

/** How somebody comes in by themselves. */
@Room('citizen')
export class EnrolmentsController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/enrolments',
    urgency: 'lengthy',
    summary: 'Enrol yourself with the identity that your issuer verified; GET /v1/me shows when it is done',
    allow: account('al1'),
    answers: { 202: EnrolmentTakenAnswer },
    refusals: ['identity-unverified', 'busy'],
  })
  enrol(@Asked() request: CommandRequest, @AccessToken() token: string): Promise<EnrolmentTakenAnswer> {
    return this.bus.command(new EnrolSelf(request, token));
  }
}
