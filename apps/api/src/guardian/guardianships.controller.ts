import { Body, Query } from '@nestjs/common';
import { ClaimGuardianship, MyGuardianships } from '../../../../libs/application/guardianship/index.js';
import type { Actor, CommandRequest } from '../../../../libs/application/request.js';
import type { CitizenId } from '../../../../libs/kernel/index.js';
import { Asked, Asker, AtLeast, Bus, citizen, Me, Room, Route } from '../edge/index.js';
import { ClaimBody, ClaimReceivedAnswer, detailsOf, MyGuardianshipsAnswer } from './guardianships.dto.js';

/** The guardian's room: claims, and what came of them. */
@Room('guardian')
export class GuardianshipsController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/guardianships',
    urgency: 'ordinary',
    summary: 'Claim to be somebody’s guardian; every well-formed claim is answered alike',
    allow: citizen('al2'),
    body: ClaimBody,
    answers: { 202: ClaimReceivedAnswer },
    refusals: ['name', 'document', 'birth-date', 'busy'],
  })
  claim(@Asked() request: CommandRequest, @Me() claimant: CitizenId, @Body() body: ClaimBody): Promise<ClaimReceivedAnswer> {
    return this.bus.command(new ClaimGuardianship(request, claimant, detailsOf(body), body.label ?? null));
  }

  @Route({
    method: 'GET',
    path: '/v1/me/guardianships',
    urgency: 'ordinary',
    summary: 'What I claimed, and at whom I may look as a guardian',
    allow: citizen('al1'),
    query: AtLeast,
    answers: { 200: MyGuardianshipsAnswer },
    refusals: ['cursor', 'read-models-behind'],
  })
  mine(@Asker() actor: Actor, @Me() viewer: CitizenId, @Query() { 'at-least': atLeast }: AtLeast): Promise<MyGuardianshipsAnswer> {
    return this.bus.query(new MyGuardianships(actor, viewer, atLeast ?? null));
  }
}
