import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { refused } from '../../kernel/index.js';
import { Ledger } from '../ledger/index.js';
import { Names } from '../names.js';
import { done, type Outcome } from '../outcome.js';
import type { Duty } from '../request.js';
import { streams } from '../streams.js';
import { sampleAggregate } from './sample-aggregate.js';
import type { SampleState } from './sample-desk.js';

/** A clinic asks for a tube of its own by what is printed on it. */
export class FindSample {
  constructor(
    readonly duty: Duty,
    readonly barcode: string,
  ) {}
}

/** How the tube stands: no person, and no result. Another clinic's tube has another name, so that it is not there. */
@QueryHandler(FindSample)
export class FindSampleHandler implements IQueryHandler<FindSample, Outcome<SampleState>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly names: Names,
  ) {}

  async execute({ duty, barcode }: FindSample): Promise<Outcome<SampleState>> {
    const sample = this.names.sample(duty.institution, barcode);
    const { state } = await this.ledger.load(sampleAggregate, streams.sample(sample));
    return state.status === 'none' ? refused('not-found') : done({ sample, state: state.status, locked: state.locked });
  }
}
