import { Injectable } from '@nestjs/common';
import type { Sample, SampleEvent, SampleRefusal, StaffAct } from '../../domain/sample/index.js';
import { type Decision, refused, type SampleId } from '../../kernel/index.js';
import { Institutions } from '../institutions/index.js';
import { Ledger, perform } from '../ledger/index.js';
import { done, type Outcome } from '../outcome.js';
import { Clock } from '../ports/index.js';
import type { CommandRequest, Duty } from '../request.js';
import { Ties } from '../staff/ties.js';
import { streams } from '../streams.js';
import { sampleAggregate } from './sample-aggregate.js';

/** What the clinic and the registrar see of a tube: no person. */
export interface SampleState {
  readonly sample: SampleId;
  readonly state: 'registered' | 'reported' | 'withdrawn';
  readonly locked: boolean;
}

/** Where staff act on one tube, with whose holder they may have no private tie. */
@Injectable()
export class SampleDesk {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly ties: Ties,
    private readonly institutions: Institutions,
  ) {}

  /** Decides and records; the tube after it. */
  async act(
    request: CommandRequest,
    { duty, sample }: { readonly duty: Duty; readonly sample: SampleId },
    decide: (act: StaffAct, tube: Sample) => Decision<SampleEvent, SampleRefusal>,
  ): Promise<Outcome<SampleState>> {
    const ties = await this.ties.ownOf(request.actor);
    if (ties === undefined) return refused('read-models-behind');
    const stream = streams.sample(sample);
    const { state: before } = await this.ledger.load(sampleAggregate, stream);
    // Here, too, and not by the decision alone: another clinic's tube takes no longer than none.
    if (before.status === 'none' || (duty.role === 'clinic' && before.clinic !== duty.institution)) return refused('not-found');
    const tied = await ties.isTied(request.actor, before.citizen);
    // What a registrar does says the tube's clinic, of which nobody may have acted since institutions have ids.
    await this.institutions.carryOver(before.clinic);
    const { staff, institution } = duty;
    const performed = await perform(this.ledger, this.clock, { of: sampleAggregate, stream, request, decide: (tube, at) => decide({ staff, institution, tied, at }, tube) });
    if (performed.kind === 'refused') return performed;
    const { state } = performed.after;
    return state.status === 'none' ? refused('not-found') : done({ sample, state: state.status, locked: state.locked });
  }
}
