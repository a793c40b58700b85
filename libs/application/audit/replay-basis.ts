import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ReplayPoint } from '../../domain/access/replay.js';
import { EventStore } from '../../event-store/index.js';
import { type BasisId, type CitizenId, refused } from '../../kernel/index.js';
import { done, type Outcome } from '../outcome.js';
import { Clock } from '../ports/index.js';
import type { Duty } from '../request.js';
import { streams } from '../streams.js';
import { shutEntry } from './log-reader.js';
import { QuestionRecorder } from './record-question.js';
import { type AccessReport, replayAccess } from './replay.js';

/** What a basis allowed at a point, and what was shown and refused under it until then. */
export class ReplayBasis {
  constructor(
    readonly duty: Duty,
    readonly basis: BasisId,
    /** Without one, now. */
    readonly point: ReplayPoint | undefined,
  ) {}
}

@QueryHandler(ReplayBasis)
export class ReplayBasisHandler implements IQueryHandler<ReplayBasis, Outcome<AccessReport>> {
  constructor(
    private readonly store: EventStore,
    private readonly recorder: QuestionRecorder,
    private readonly clock: Clock,
  ) {}

  async execute({ duty, basis, point = { time: this.clock.now() } }: ReplayBasis): Promise<Outcome<AccessReport>> {
    const recorded = await this.recorder.record(duty, { subject: await this.subjectOf(basis), basis, point });
    return recorded ? done(await replayAccess(this.store, { basis }, point)) : refused('busy');
  }

  /** In whose log the question belongs; null while nobody is bound to the basis. */
  private async subjectOf(basis: BasisId): Promise<CitizenId | null> {
    const events = await this.store.read({ stream: streams.basis(basis), limit: 3 });
    const named = events.map((recorded) => shutEntry(recorded).event.data).flatMap((data) => ('dependent' in data ? [data.dependent] : 'subject' in data ? [data.subject] : []));
    return named.find((subject) => subject !== null) ?? null;
  }
}
