import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CitizenId, refused } from '../../kernel/index.js';
import { Ledger } from '../ledger/index.js';
import { Names } from '../names.js';
import { done, type Outcome } from '../outcome.js';
import type { Actor, Duty } from '../request.js';
import { Ties } from '../staff/ties.js';
import { streams } from '../streams.js';
import { sampleAggregate } from './sample-aggregate.js';
import type { SampleState } from './sample-desk.js';

/** A clinic asks for a tube of its own by what is printed on it. */
export class FindSample {
  constructor(
    readonly actor: Actor,
    readonly duty: Duty,
    readonly barcode: string,
  ) {}
}

/** How the tube stands: no person, and no result. Another clinic's tube has another name, so that it is not there; nor is one of somebody close to who asks, as for a row that they send. */
@QueryHandler(FindSample)
export class FindSampleHandler implements IQueryHandler<FindSample, Outcome<SampleState>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly names: Names,
    private readonly ties: Ties,
  ) {}

  async execute({ actor, duty, barcode }: FindSample): Promise<Outcome<SampleState>> {
    const ties = await this.ties.ownOf(actor);
    if (ties === undefined) return refused('read-models-behind');
    const sample = this.names.sample(duty.institutionName, barcode);
    const { state } = await this.ledger.load(sampleAggregate, streams.sample(sample));
    // Asked also where there is no tube (its name is nobody's), so that one that they are not to find takes no longer than none.
    const tied = await ties.isTied(actor, state.status === 'none' ? CitizenId(sample) : state.citizen);
    return state.status === 'none' || tied ? refused('not-found') : done({ sample, state: state.status, locked: state.locked });
  }
}
