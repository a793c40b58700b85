import { MyResults } from '../../../../libs/application/samples/index.js';
import type { CitizenId } from '../../../../libs/kernel/index.js';
import { Bus, citizen, Me, Room, Route } from '../edge/index.js';
import { OwnResultsAnswer } from './results.dto.js';

/** Somebody's own results. */
@Room('citizen')
export class OwnResultsController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'GET',
    path: '/v1/me/results',
    summary: 'Your results, with the place that tested',
    allow: citizen('al1'),
    answers: { 200: OwnResultsAnswer },
    refusals: [],
  })
  results(@Me() me: CitizenId): Promise<OwnResultsAnswer> {
    return this.bus.query(new MyResults(me));
  }
}
