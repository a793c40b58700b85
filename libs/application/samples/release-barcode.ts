import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { release } from '../../domain/sample/index.js';
import type { SampleId } from '../../kernel/index.js';
import type { Outcome } from '../outcome.js';
import type { CommandRequest, Duty } from '../request.js';
import { SampleDesk, type SampleState } from './sample-desk.js';

/** A registrar lets rows for a locked barcode in again. */
export class ReleaseBarcode {
  constructor(
    readonly request: CommandRequest,
    readonly duty: Duty,
    readonly sample: SampleId,
  ) {}
}

@CommandHandler(ReleaseBarcode)
export class ReleaseBarcodeHandler implements ICommandHandler<ReleaseBarcode, Outcome<SampleState>> {
  constructor(private readonly desk: SampleDesk) {}

  execute({ request, duty, sample }: ReleaseBarcode): Promise<Outcome<SampleState>> {
    return this.desk.act(request, { duty, sample }, release);
  }
}
