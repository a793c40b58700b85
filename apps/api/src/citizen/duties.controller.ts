import { MyDuties } from '../../../../libs/application/staff/index.js';
import type { Actor } from '../../../../libs/application/request.js';
import { account, Asker, Bus, Room, Route } from '../edge/index.js';
import { DutiesAnswer } from './duties.dto.js';

/** What somebody is appointed to: which rooms are theirs. */
@Room('citizen')
export class DutiesController {
  constructor(private readonly bus: Bus) {}

  @Route({ method: 'GET', path: '/v1/me/duties', urgency: 'ordinary', summary: 'Your own appointments in force', allow: account('al1'), answers: { 200: DutiesAnswer }, refusals: [] })
  mine(@Asker() { account }: Actor): Promise<DutiesAnswer> {
    return this.bus.query(new MyDuties(account));
  }
}
