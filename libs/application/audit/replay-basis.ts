import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ReplayPoint } from '../../domain/access/replay.js';
import { EventStore } from '../../event-store/index.js';
import type { BasisId, CitizenId } from '../../kernel/index.js';
import { done, type Outcome } from '../outcome.js';
import { Clock, PageDigests } from '../ports/index.js';
import { streams } from '../streams.js';
import { shutEntry } from './log-reader.js';
import { type Auditor, QuestionRecorder } from './record-question.js';
import { type AccessReport, replayAccess, viewersIn } from './replay.js';

/** What a basis allowed at a point, and what was shown and refused under it until then. */
export class ReplayBasis {
  constructor(
    readonly auditor: Auditor,
    readonly basis: BasisId,
    /** Without one, now. */
    readonly point: ReplayPoint | undefined,
  ) {}
}

@QueryHandler(ReplayBasis)
export class ReplayBasisHandler implements IQueryHandler<ReplayBasis, Outcome<AccessReport>> {
  constructor(
    private readonly store: EventStore,
    private readonly digests: PageDigests,
    private readonly recorder: QuestionRecorder,
    private readonly clock: Clock,
  ) {}

  async execute({ auditor, basis, point = { now: this.clock.now() } }: ReplayBasis): Promise<Outcome<AccessReport>> {
    const report = await replayAccess({ store: this.store, digests: this.digests }, { basis }, point);
    // After it: whoever was bound to the basis meanwhile may be spoken of.
    const { subject, viewers } = await this.partiesOf(basis);
    // Also who only tried it: a report that named somebody close to the auditor would say who that person wants to look at.
    const people = new Set([...(subject === null ? [] : [subject]), ...viewers, ...viewersIn(report)]);
    const refusal = await this.recorder.record(auditor, { people: [...people], subject, basis, point });
    return refusal ?? done(report);
  }

  /** In whose log the question belongs (null while nobody is bound to the basis), and who may look, or asked to. */
  private async partiesOf(basis: BasisId): Promise<{ readonly subject: CitizenId | null; readonly viewers: readonly CitizenId[] }> {
    const entries = (await this.store.read({ stream: streams.basis(basis) })).map(shutEntry);
    const subjects = entries.flatMap(({ event }) => {
      if (event.type === 'GuardianshipConfirmed') return [event.data.dependent];
      return event.type === 'ConsentCodeOpened' ? [event.data.subject] : [];
    });
    const viewers = entries.flatMap(({ event }) => {
      if (event.type === 'GuardianshipConfirmed') return event.data.guardianship === basis ? [event.data.guardian] : [];
      return event.type === 'ConsentRequested' ? [event.data.viewer] : [];
    });
    return { subject: subjects[0] ?? null, viewers };
  }
}
