import { ReleaseBarcode } from '../../../../libs/application/samples/index.js';
import type { CommandRequest, Duty } from '../../../../libs/application/request.js';
import { SampleId } from '../../../../libs/kernel/index.js';
import { Asked, Bus, OnDuty, Path, registrar, Room, Route } from '../edge/index.js';
import { BarcodeReleasedAnswer } from './samples.dto.js';

/** Samples whose barcode a result for somebody else locked. */
@Room('registrar')
export class RegistrySamplesController {
  constructor(private readonly bus: Bus) {}

  @Route({
    method: 'POST',
    path: '/v1/registry/samples/{id}/release',
    urgency: 'ordinary',
    summary: 'Let results for a locked barcode in again',
    allow: registrar('al2'),
    answers: { 200: BarcodeReleasedAnswer },
    refusals: ['not-found', 'conflict-of-interest', 'read-models-behind', 'busy'],
  })
  release(@Asked() request: CommandRequest, @OnDuty() duty: Duty, @Path('id', SampleId) id: SampleId): Promise<BarcodeReleasedAnswer> {
    return this.bus.command(new ReleaseBarcode(request, duty, id));
  }
}
