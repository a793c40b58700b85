import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { withdraw } from '../../domain/sample/index.js';
import type { SampleId } from '../../kernel/index.js';
import type { Outcome } from '../outcome.js';
import type { CommandRequest, Duty } from '../request.js';
import { SampleDesk, type SampleState } from './sample-desk.js';

/** A clinic takes a result back. */
export class WithdrawResult {
  constructor(
    readonly request: CommandRequest,
    readonly duty: Duty,
    readonly sample: SampleId,
    readonly reason: string,
  ) {}
}

@CommandHandler(WithdrawResult)
export class WithdrawResultHandler implements ICommandHandler<WithdrawResult, Outcome<SampleState>> {
  constructor(private readonly desk: SampleDesk) {}

  execute({ request, duty, sample, reason }: WithdrawResult): Promise<Outcome<SampleState>> {
    return this.desk.act(request, { duty, sample }, (act, tube) => withdraw({ ...act, reason }, tube));
  }
}
