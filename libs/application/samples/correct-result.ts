import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { correct, type Correction } from '../../domain/sample/index.js';
import type { SampleId } from '../../kernel/index.js';
import type { Outcome } from '../outcome.js';
import type { CommandRequest, Duty } from '../request.js';
import { SampleDesk, type SampleState } from './sample-desk.js';

/** A clinic says what a result should have been. */
export class CorrectResult {
  constructor(
    readonly request: CommandRequest,
    readonly duty: Duty,
    readonly sample: SampleId,
    readonly correction: Correction,
    readonly reason: string,
  ) {}
}

@CommandHandler(CorrectResult)
export class CorrectResultHandler implements ICommandHandler<CorrectResult, Outcome<SampleState>> {
  constructor(private readonly desk: SampleDesk) {}

  execute({ request, duty, sample, correction, reason }: CorrectResult): Promise<Outcome<SampleState>> {
    return this.desk.act(request, { duty, sample }, (act, tube) => correct({ ...act, correction, reason }, tube));
  }
}
