import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { ReplayPoint } from '../../domain/access/replay.js';
import { type BasisId, type CitizenId, EventId } from '../../kernel/index.js';
import { BlindIndex } from '../../vault/index.js';
import { Ledger, unread } from '../ledger/index.js';
import { Clock } from '../ports/index.js';
import type { Duty } from '../request.js';
import { streams } from '../streams.js';
import { auditAggregate } from './audit-aggregate.js';

/** What an auditor is about to be told. */
export interface Question {
  readonly subject: CitizenId | null;
  readonly basis: BasisId | null;
  readonly point: ReplayPoint;
}

/** Records an auditor's question before it is answered: no record, no answer. */
@Injectable()
export class QuestionRecorder {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly index: BlindIndex,
  ) {}

  /** True once the question is in the log. */
  async record({ staff: auditor, institution }: Duty, { subject, basis, point }: Question): Promise<boolean> {
    const at = this.clock.now();
    const stream = streams.audit(randomBytes(16).toString('hex'));
    const asOf = 'time' in point ? point.time : at;
    const event = { type: 'AccessReplayed', data: { auditor, institution, subject, basis, asOf, at } } as const;
    const id = EventId(this.index.uuid('event-id', stream));
    const verdict = await this.ledger.record({ of: auditAggregate, onto: unread(stream, null), events: [{ id, event }] });
    return verdict.kind === 'appended';
  }
}
