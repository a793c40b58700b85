import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { issueSamplingCode } from '../../domain/sample/index.js';
import { type CitizenId, formatInstant } from '../../kernel/index.js';
import { Ledger, perform } from '../ledger/index.js';
import { Names } from '../names.js';
import { done, type Outcome } from '../outcome.js';
import { Clock } from '../ports/index.js';
import type { CommandRequest } from '../request.js';
import { streams } from '../streams.js';
import { samplingCodeAggregate } from './sampling-code-aggregate.js';

/** A person shows a code at a clinic. */
export class IssueSamplingCode {
  constructor(
    readonly request: CommandRequest,
    readonly citizen: CitizenId,
  ) {}
}

/** `code` is shown once more on a retry with the same key, and nowhere else; good for one tube, until `until`. */
export interface SamplingCodeShown {
  readonly code: string;
  readonly until: string;
}

@CommandHandler(IssueSamplingCode)
export class IssueSamplingCodeHandler implements ICommandHandler<IssueSamplingCode, Outcome<SamplingCodeShown>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  async execute({ request, citizen }: IssueSamplingCode): Promise<Outcome<SamplingCodeShown>> {
    const code = request.newSecret('sampling-code').toString('base64url');
    const id = this.names.samplingCode(code);
    const performed = await perform(this.ledger, this.clock, {
      of: samplingCodeAggregate,
      stream: streams.samplingCode(id),
      request,
      decide: (state, at) => issueSamplingCode({ code: id, citizen, carrier: 'app', by: undefined, at }, state, CN_1),
    });
    if (performed.kind === 'refused') return performed;
    const { state } = performed.after;
    // A retry answers what the first try did, also where the code was used since.
    if (state.status === 'none' || state.until === null) throw new Error('a code of an app without an end');
    return done({ code, until: formatInstant(state.until) });
  }
}
