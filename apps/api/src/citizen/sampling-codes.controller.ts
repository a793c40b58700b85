import { IssueSamplingCode } from '../../../../libs/application/samples/index.js';
import type { CommandRequest } from '../../../../libs/application/request.js';
import type { CitizenId } from '../../../../libs/kernel/index.js';
import { Asked, Bus, citizen, Me, Room, Route } from '../edge/index.js';
import { SamplingCodeAnswer } from './sampling-codes.dto.js';

/** What somebody shows where they are tested. */
@Room('citizen')
export class SamplingCodesController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/me/sampling-codes',
    urgency: 'ordinary',
    summary: 'A code to show at a clinic, for one sample',
    allow: citizen('al1'),
    answers: { 201: SamplingCodeAnswer },
    refusals: ['busy'],
  })
  issue(@Asked() request: CommandRequest, @Me() me: CitizenId): Promise<SamplingCodeAnswer> {
    return this.bus.command(new IssueSamplingCode(request, me));
  }
}
