import { Injectable } from '@nestjs/common';
import { type AccountId, refused } from '../kernel/index.js';
import { Cursors } from './cursor.js';
import type { Refusal } from './outcome.js';
import { ReadModels } from './ports/index.js';

/** How long a read waits for the read models, in milliseconds. */
const LAG = 500;

/** Reads that must not be older than a position their account was given (`at-least`). */
@Injectable()
export class Freshness {
  constructor(
    private readonly cursors: Cursors,
    private readonly readModels: ReadModels,
  ) {}

  /** Undefined once the read models have passed it, or where nothing was asked for; else why not to answer. */
  async refusal(account: AccountId, atLeast: string | null): Promise<Refusal | undefined> {
    if (atLeast === null) return undefined;
    const position = this.cursors.read(account, atLeast);
    if (position === undefined) return refused('cursor', 'at-least');
    return (await this.readModels.reached(position, LAG)) ? undefined : refused('read-models-behind');
  }
}
