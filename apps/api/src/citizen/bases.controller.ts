import { Query } from '@nestjs/common';
import { MyBases } from '../../../../libs/application/access/index.js';
import type { Actor } from '../../../../libs/application/request.js';
import type { CitizenId } from '../../../../libs/kernel/index.js';
import { Asker, AtLeast, Bus, citizen, Me, Room, Route } from '../edge/index.js';
import { BasesAnswer } from './bases.dto.js';

/** What views stand on, as both sides see it. */
@Room('citizen')
export class BasesController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'GET',
    path: '/v1/me/bases',
    urgency: 'ordinary',
    summary: 'Who may look at you, and at whom you may look',
    allow: citizen('al1'),
    query: AtLeast,
    answers: { 200: BasesAnswer },
    refusals: ['cursor', 'read-models-behind'],
  })
  mine(@Asker() actor: Actor, @Me() me: CitizenId, @Query() { 'at-least': atLeast }: AtLeast): Promise<BasesAnswer> {
    return this.bus.query(new MyBases(actor, me, atLeast ?? null));
  }
}
