import { Body } from '@nestjs/common';
import { CloseClaim, CountersignClaim, NextClaim, ProposeConfirmation } from '../../../../libs/application/guardianship/index.js';
import type { RefusalCode } from '../../../../libs/application/refusal-codes.js';
import { CommandRequest } from '../../../../libs/application/request.js';
import { ClaimId, parseInstant } from '../../../../libs/kernel/index.js';
import { Asked, Bus, Path, registrar, Room, Route } from '../edge/index.js';
import { ClaimHandledAnswer, ClosingBody, NextClaimAnswer, ProposalBody } from './claims.dto.js';

const HELD: readonly RefusalCode[] = ['not-found', 'deal-lapsed', 'conflict-of-interest', 'read-models-behind', 'busy'];

/** Claims of guardianship, one paper at a time, two pairs of eyes each. */
@Room('registrar')
export class ClaimsController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/registry/claims/next',
    urgency: 'ordinary',
    summary: 'The claim I hold, else the next one that waits; opening it is recorded',
    allow: registrar('al2'),
    answers: { 200: NextClaimAnswer },
    refusals: ['read-models-behind', 'busy'],
  })
  next(@Asked() request: CommandRequest): Promise<NextClaimAnswer> {
    return this.bus.command(new NextClaim(request));
  }

  @Route({
    method: 'POST',
    path: '/v1/registry/claims/{id}/proposal',
    urgency: 'ordinary',
    summary: 'Propose that the claim I hold be confirmed',
    allow: registrar('al2'),
    body: ProposalBody,
    answers: { 200: ClaimHandledAnswer },
    refusals: [...HELD, 'claim-already-proposed', 'ground-unfit', 'window'],
  })
  propose(@Asked() request: CommandRequest, @Path('id', ClaimId) claim: ClaimId, @Body() { scope, reviewAt, until }: ProposalBody): Promise<ClaimHandledAnswer> {
    return this.bus.command(new ProposeConfirmation(request, claim, { scope, reviewAt: parseInstant(reviewAt), until: until === undefined ? null : parseInstant(until) }));
  }

  @Route({
    method: 'POST',
    path: '/v1/registry/claims/{id}/countersignature',
    urgency: 'ordinary',
    summary: 'Countersign what another office proposed; the answer doesn’t tell what came of it',
    allow: registrar('al2'),
    answers: { 200: ClaimHandledAnswer },
    refusals: [...HELD, 'claim-not-proposed'],
  })
  countersign(@Asked() request: CommandRequest, @Path('id', ClaimId) claim: ClaimId): Promise<ClaimHandledAnswer> {
    return this.bus.command(new CountersignClaim(request, claim));
  }

  @Route({
    method: 'POST',
    path: '/v1/registry/claims/{id}/closing',
    urgency: 'ordinary',
    summary: 'Close the claim I hold, for what its paper lacks',
    allow: registrar('al2'),
    body: ClosingBody,
    answers: { 200: ClaimHandledAnswer },
    refusals: HELD,
  })
  close(@Asked() request: CommandRequest, @Path('id', ClaimId) claim: ClaimId, @Body() { reason }: ClosingBody): Promise<ClaimHandledAnswer> {
    return this.bus.command(new CloseClaim(request, claim, reason));
  }
}
