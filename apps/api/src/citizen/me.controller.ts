import { Query } from '@nestjs/common';
import { Me, MyCode } from '../../../../libs/application/people/index.js';
import type { Actor } from '../../../../libs/application/request.js';
import type { CitizenId } from '../../../../libs/kernel/index.js';
import { Asker, AtLeast, Bus, citizen, Me as Myself, Room, Route } from '../edge/index.js';
import { OwnCodeAnswer, SelfViewAnswer } from './me.dto.js';

/** What somebody sees of themselves. */
@Room('citizen')
export class MeController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'GET',
    path: '/v1/me',
    urgency: 'ordinary',
    summary: 'Yourself, as little as it takes to know that it is you',
    allow: citizen('al1'),
    answers: { 200: SelfViewAnswer },
    refusals: ['not-enrolled'],
  })
  me(@Myself() me: CitizenId): Promise<SelfViewAnswer> {
    return this.bus.query(new Me(me));
  }

  @Route({
    method: 'GET',
    path: '/v1/me/code',
    urgency: 'ordinary',
    summary: 'Your code: the status that the rule gives now, the evidence it rests on, and its end',
    allow: citizen('al1'),
    query: AtLeast,
    answers: { 200: OwnCodeAnswer },
    refusals: ['cursor', 'read-models-behind'],
  })
  code(@Asker() actor: Actor, @Myself() me: CitizenId, @Query() { 'at-least': atLeast }: AtLeast): Promise<OwnCodeAnswer> {
    return this.bus.query(new MyCode(actor, me, atLeast ?? null));
  }
}
