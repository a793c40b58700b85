import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { ReplayPoint } from '../../domain/access/replay.js';
import { type BasisId, type CitizenId, EventId, type Refused, refused } from '../../kernel/index.js';
import { BlindIndex } from '../../vault/index.js';
import { Ledger, unread } from '../ledger/index.js';
import { Clock } from '../ports/index.js';
import type { Actor, Duty } from '../request.js';
import { Ties } from '../staff/ties.js';
import { streams } from '../streams.js';
import { auditAggregate } from './audit-aggregate.js';

/** Who asks, on which duty. */
export interface Auditor {
  readonly actor: Actor;
  readonly duty: Duty;
}

/** What an auditor is about to be told. */
export interface Question {
  /** Whom the answer speaks of. */
  readonly people: readonly CitizenId[];
  readonly subject: CitizenId | null;
  readonly basis: BasisId | null;
  readonly point: ReplayPoint;
}

/** Records an auditor's question before it is answered: no record, no answer. Nor is there one about the auditor, or about people close to them; that they asked is recorded all the same. */
@Injectable()
export class QuestionRecorder {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly index: BlindIndex,
    private readonly ties: Ties,
  ) {}

  /** Undefined where it may be answered: the question is in the log then, as it is where it may not. Where nobody can tell yet it is not, and nothing is told. */
  async record({ actor, duty: { staff: auditor, institution } }: Auditor, { people, subject, basis, point }: Question): Promise<Refused<'conflict-of-interest' | 'busy' | 'read-models-behind'> | undefined> {
    const ties = await this.ties.ownOf(actor);
    if (ties === undefined) return refused('read-models-behind');
    const at = this.clock.now();
    const tied = await ties.among(actor, people);
    const stream = streams.audit(randomBytes(16).toString('hex'));
    const asOf = 'time' in point ? point.time : at;
    const event = { type: 'AccessReplayed', data: { auditor, institution, subject, basis, asOf, at } } as const;
    const id = EventId(this.index.uuid('event-id', stream));
    const verdict = await this.ledger.record({ of: auditAggregate, onto: unread(stream, null), events: [{ id, event }] });
    if (verdict.kind !== 'appended') return refused('busy');
    return tied.size > 0 ? refused('conflict-of-interest') : undefined;
  }
}
