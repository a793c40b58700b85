import { Body } from '@nestjs/common';
import { RegisterSample } from '../../../../libs/application/samples/index.js';
import type { CommandRequest, Duty } from '../../../../libs/application/request.js';
import { parseInstant } from '../../../../libs/kernel/index.js';
import { Asked, Bus, clinic, OnDuty, Room, Route } from '../edge/index.js';
import { SampleBody, SampleShownAnswer } from './samples.dto.js';

/** Where samples are taken. */
@Room('clinic')
export class SamplesController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/samples',
    summary: 'Put a barcode on the sample of the person whose code you scanned',
    allow: clinic('al2'),
    body: SampleBody,
    answers: { 201: SampleShownAnswer },
    refusals: ['code-expired', 'barcode-taken', 'time', 'conflict-of-interest', 'busy'],
  })
  register(@Asked() request: CommandRequest, @OnDuty() duty: Duty, @Body() { code, barcode, collectedAt }: SampleBody): Promise<SampleShownAnswer> {
    return this.bus.command(new RegisterSample(request, duty, { code, barcode, collectedAt: collectedAt === undefined ? undefined : parseInstant(collectedAt) }));
  }
}
