import { Query } from '@nestjs/common';
import { Quarantine } from '../../../../libs/application/samples/index.js';
import type { Actor, Duty } from '../../../../libs/application/request.js';
import { Asker, Bus, clinic, OnDuty, Room, Route } from '../edge/index.js';
import { QuarantineAnswer, QuarantineQuery } from './quarantine.dto.js';

const PAGE = 50;

/** What a clinic has to bring to a registrar. */
@Room('clinic')
export class QuarantineController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'GET',
    path: '/v1/clinics/me/quarantine',
    urgency: 'ordinary',
    summary: 'Barcodes of yours that are locked: a row named somebody else, and none goes in until a registrar releases them',
    allow: clinic('al2'),
    query: QuarantineQuery,
    answers: { 200: QuarantineAnswer },
    refusals: ['cursor', 'read-models-behind'],
  })
  list(@Asker() actor: Actor, @OnDuty() duty: Duty, @Query() { before, limit }: QuarantineQuery): Promise<QuarantineAnswer> {
    return this.bus.query(new Quarantine(actor, duty, before ?? null, limit === undefined ? PAGE : Number(limit)));
  }
}
