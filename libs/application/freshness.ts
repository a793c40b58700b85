import { Injectable } from '@nestjs/common';
import { type AccountId, refused } from '../kernel/index.js';
import { Cursors } from './cursor.js';
import { LogEnd } from './log-end.js';
import type { Refusal } from './outcome.js';
import { ReadModels } from './ports/index.js';

/** How old what somebody reads of their own may be: no more than some seconds, and not older than a position their account was given (`at-least`). */
@Injectable()
export class Freshness {
  constructor(
    private readonly cursors: Cursors,
    private readonly readModels: ReadModels,
    private readonly logEnd: LogEnd,
  ) {}

  /** Undefined once the read models have passed both; else why not to answer. */
  async refusal(account: AccountId, atLeast: string | null): Promise<Refusal | undefined> {
    const position = atLeast === null ? 0n : this.cursors.read(account, atLeast);
    if (position === undefined) return refused('cursor', 'at-least');
    return (await this.logEnd.passedBy(this.readModels, { position })) ? undefined : refused('read-models-behind');
  }
}
