import { Body } from '@nestjs/common';
import { EndGuardianship, ReinstateGuardianship, SuspendGuardianship } from '../../../../libs/application/guardianship/index.js';
import { CommandRequest } from '../../../../libs/application/request.js';
import { GuardianshipId } from '../../../../libs/kernel/index.js';
import { Asked, Bus, Path, registrar, Room, Route } from '../edge/index.js';
import { GuardianshipHandledAnswer, ReasonBody } from './guardianships.dto.js';

/** Guardianships whose id a party brought to the counter. */
@Room('registrar')
export class RegistryGuardianshipsController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/registry/guardianships/{id}/suspension',
    urgency: 'protective',
    summary: 'Stop a guardianship at once',
    allow: registrar('al1'),
    body: ReasonBody,
    answers: { 200: GuardianshipHandledAnswer },
    refusals: ['not-found', 'conflict-of-interest', 'read-models-behind', 'busy'],
  })
  suspend(@Asked() request: CommandRequest, @Path('id', GuardianshipId) id: GuardianshipId, @Body() { reason }: ReasonBody): Promise<GuardianshipHandledAnswer> {
    return this.bus.command(new SuspendGuardianship(request, id, reason));
  }

  @Route({
    method: 'POST',
    path: '/v1/registry/guardianships/{id}/reinstatement',
    urgency: 'ordinary',
    summary: 'Lift a suspension',
    allow: registrar('al3'),
    body: ReasonBody,
    answers: { 200: GuardianshipHandledAnswer },
    refusals: ['not-found', 'conflict-of-interest', 'guardianship-ended', 'read-models-behind', 'busy'],
  })
  reinstate(@Asked() request: CommandRequest, @Path('id', GuardianshipId) id: GuardianshipId, @Body() { reason }: ReasonBody): Promise<GuardianshipHandledAnswer> {
    return this.bus.command(new ReinstateGuardianship(request, id, reason));
  }

  @Route({
    method: 'POST',
    path: '/v1/registry/guardianships/{id}/end',
    urgency: 'protective',
    summary: 'End a guardianship for good',
    allow: registrar('al3'),
    body: ReasonBody,
    answers: { 200: GuardianshipHandledAnswer },
    refusals: ['not-found', 'conflict-of-interest', 'read-models-behind', 'busy'],
  })
  end(@Asked() request: CommandRequest, @Path('id', GuardianshipId) id: GuardianshipId, @Body() { reason }: ReasonBody): Promise<GuardianshipHandledAnswer> {
    return this.bus.command(new EndGuardianship(request, id, reason));
  }
}
