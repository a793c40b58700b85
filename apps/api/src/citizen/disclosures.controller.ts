import { Query } from '@nestjs/common';
import { MyDisclosures } from '../../../../libs/application/access/index.js';
import type { Actor } from '../../../../libs/application/request.js';
import type { CitizenId } from '../../../../libs/kernel/index.js';
import { Asker, Bus, citizen, Me, Room, Route } from '../edge/index.js';
import { DisclosuresAnswer, DisclosuresQuery } from './disclosures.dto.js';

const PAGE = 50;

/** Who looked, who tried, and what staff did. */
@Room('citizen')
export class DisclosuresController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'GET',
    path: '/v1/me/disclosures',
    urgency: 'ordinary',
    summary: 'Every view of you, every refused attempt, every act of staff',
    allow: citizen('al1'),
    query: DisclosuresQuery,
    answers: { 200: DisclosuresAnswer },
    refusals: ['cursor', 'read-models-behind'],
  })
  mine(@Asker() actor: Actor, @Me() me: CitizenId, @Query() { before, limit, 'at-least': atLeast }: DisclosuresQuery): Promise<DisclosuresAnswer> {
    return this.bus.query(new MyDisclosures(actor, me, before ?? null, limit === undefined ? PAGE : Number(limit), atLeast ?? null));
  }
}
