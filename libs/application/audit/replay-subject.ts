import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ReplayPoint } from '../../domain/access/replay.js';
import { EventStore } from '../../event-store/index.js';
import type { CitizenId } from '../../kernel/index.js';
import { done, type Outcome } from '../outcome.js';
import { Clock, PageDigests } from '../ports/index.js';
import { type Auditor, QuestionRecorder } from './record-question.js';
import { type AccessReport, replayAccess, viewersIn } from './replay.js';

/** Who could look at a subject at a point, who did and who was refused until then. The question itself is in the subject's log. */
export class ReplaySubject {
  constructor(
    readonly auditor: Auditor,
    readonly subject: CitizenId,
    /** Without one, now. */
    readonly point: ReplayPoint | undefined,
  ) {}
}

@QueryHandler(ReplaySubject)
export class ReplaySubjectHandler implements IQueryHandler<ReplaySubject, Outcome<AccessReport>> {
  constructor(
    private readonly store: EventStore,
    private readonly digests: PageDigests,
    private readonly recorder: QuestionRecorder,
    private readonly clock: Clock,
  ) {}

  async execute({ auditor, subject, point = { now: this.clock.now() } }: ReplaySubject): Promise<Outcome<AccessReport>> {
    // Whom it speaks of is known once it is made; it is given to nobody before the question is in the log.
    const report = await replayAccess({ store: this.store, digests: this.digests }, { subject }, point);
    const refusal = await this.recorder.record(auditor, { people: [subject, ...viewersIn(report)], subject, basis: null, point });
    return refusal ?? done(report);
  }
}
