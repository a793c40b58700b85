import { Query } from '@nestjs/common';
import { MyResults } from '../../../../libs/application/samples/index.js';
import type { Actor } from '../../../../libs/application/request.js';
import type { CitizenId } from '../../../../libs/kernel/index.js';
import { Asker, AtLeast, Bus, citizen, Me, Room, Route } from '../edge/index.js';
import { OwnResultsAnswer } from './results.dto.js';

/** Somebody's own results. */
@Room('citizen')
export class OwnResultsController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'GET',
    path: '/v1/me/results',
    urgency: 'ordinary',
    summary: 'Your results, with the place that tested',
    allow: citizen('al1'),
    query: AtLeast,
    answers: { 200: OwnResultsAnswer },
    refusals: ['cursor', 'read-models-behind'],
  })
  results(@Asker() actor: Actor, @Me() me: CitizenId, @Query() { 'at-least': atLeast }: AtLeast): Promise<OwnResultsAnswer> {
    return this.bus.query(new MyResults(actor, me, atLeast ?? null));
  }
}
