import { Injectable } from '@nestjs/common';
import type { ViewRefused } from '../../domain/access/index.js';
import { EventId, instant, type Instant, open } from '../../kernel/index.js';
import { BlindIndex, freshBytes, KeyDestroyed } from '../../vault/index.js';
import { Ledger, unread } from '../ledger/index.js';
import { ReadModels } from '../ports/index.js';
import { streams } from '../streams.js';
import type { AskedView } from './asked-view.js';
import type { Parties } from './basis-history.js';
import { refusalAggregate } from './refusal-aggregate.js';

/** How often an append of which nothing is known is repeated; its ids make that harmless. */
const TRIES = 5;
const EVER = instant(0);

/** Refused attempts, each an event of its own that its subject sees. The work done is the same whether there is a subject or not. */
@Injectable()
export class Refusals {
  constructor(
    private readonly ledger: Ledger,
    private readonly readModels: ReadModels,
    private readonly index: BlindIndex,
  ) {}

  /** True once the refusal is in the log: only then is it answered. */
  async record(asked: AskedView, parties: Parties | undefined, at: Instant): Promise<boolean> {
    const { viewer, basis, scope, purpose } = asked;
    const subject = parties?.subject ?? null;
    // Asked for everybody: a viewer without a tie must not be answered sooner or later than one with.
    const tied = await this.readModels.haveTie(viewer, subject ?? viewer, EVER);
    const known = subject !== null && (tied || parties?.viewer === viewer);
    const viewerName = open(known ? asked.viewerName : null);
    const refusal = { viewer, basis, scope, purpose, at } as const;
    return this.append({ type: 'ViewRefused', data: { ...refusal, subject, known, viewerName } }).catch((error: unknown) => {
      // A subject whose log is shut for good has none to be told in: who asks hears what they would hear of nobody.
      if (subject === null || !(error instanceof KeyDestroyed)) throw error;
      return this.append({ type: 'ViewRefused', data: { ...refusal, subject: null, known: false, viewerName: open(null) } });
    });
  }

  private async append(event: ViewRefused): Promise<boolean> {
    const chance = freshBytes(16).toString('hex');
    const onto = unread(streams.refusal(this.index.name('refusal', chance)), refusalAggregate.initial);
    const events = [{ id: EventId(this.index.uuid('refusal', chance)), event }];
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { kind } = await this.ledger.record({ of: refusalAggregate, onto, events });
      if (kind !== 'unknown') return kind === 'appended';
    }
    return false;
  }
}
