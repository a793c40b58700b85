import { Body } from '@nestjs/common';
import { FindSample, RegisterSample } from '../../../../libs/application/samples/index.js';
import type { Actor, CommandRequest, Duty } from '../../../../libs/application/request.js';
import { parseInstant } from '../../../../libs/kernel/index.js';
import { Asked, Asker, Bus, clinic, OnDuty, Room, Route } from '../edge/index.js';
import { SampleStateAnswer } from './results.dto.js';
import { BarcodeBody, SampleBody, SampleShownAnswer } from './samples.dto.js';

/** Where samples are taken. */
@Room('clinic')
export class SamplesController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/samples',
    urgency: 'ordinary',
    summary: 'Put a barcode on the sample of the person whose code you scanned',
    allow: clinic('al2'),
    body: SampleBody,
    answers: { 201: SampleShownAnswer },
    refusals: ['code-expired', 'barcode-taken', 'time', 'conflict-of-interest', 'read-models-behind', 'busy'],
  })
  register(@Asked() request: CommandRequest, @OnDuty() duty: Duty, @Body() { code, barcode, collectedAt }: SampleBody): Promise<SampleShownAnswer> {
    return this.bus.command(new RegisterSample(request, duty, { code, barcode, collectedAt: collectedAt === undefined ? undefined : parseInstant(collectedAt) }));
  }

  @Route({
    method: 'POST',
    path: '/v1/samples/by-barcode',
    urgency: 'ordinary',
    summary: 'Find a tube of your clinic by its barcode, to correct or take back what it was reported with: nothing of the person, and no result',
    allow: clinic('al2'),
    kind: 'view',
    body: BarcodeBody,
    answers: { 200: SampleStateAnswer },
    refusals: ['not-found', 'read-models-behind'],
  })
  find(@Asker() actor: Actor, @OnDuty() duty: Duty, @Body() { barcode }: BarcodeBody): Promise<SampleStateAnswer> {
    return this.bus.query(new FindSample(actor, duty, barcode));
  }
}
