import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type CitizenId, refused } from '../../kernel/index.js';
import { Cursors } from '../cursor.js';
import { Freshness } from '../freshness.js';
import { done, type Outcome } from '../outcome.js';
import { ReadModels } from '../ports/index.js';
import type { Actor } from '../request.js';
import { LineReader } from './read-line.js';
import { type RolledUp, rolledUp } from './rolled-up.js';

/** Everything that was done with somebody's data, newest first: `limit` lines from `before` on, not older than `atLeast`. */
export class MyDisclosures {
  constructor(
    readonly actor: Actor,
    readonly citizen: CitizenId,
    readonly before: string | null,
    readonly limit: number,
    readonly atLeast: string | null,
  ) {}
}

/** One page, quick repeats rolled up; `next` is null on the last one. */
export interface DisclosuresPage {
  readonly entries: readonly RolledUp[];
  readonly next: string | null;
}

@QueryHandler(MyDisclosures)
export class MyDisclosuresHandler implements IQueryHandler<MyDisclosures, Outcome<DisclosuresPage>> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly cursors: Cursors,
    private readonly freshness: Freshness,
    private readonly lines: LineReader,
  ) {}

  async execute({ actor, citizen, before, limit, atLeast }: MyDisclosures): Promise<Outcome<DisclosuresPage>> {
    const stale = await this.freshness.refusal(actor.account, atLeast);
    if (stale !== undefined) return stale;
    const from = before === null ? null : this.cursors.read(actor.account, before);
    if (from === undefined) return refused('cursor', 'before');
    // One line more than asked tells whether there is another page.
    const found = await this.readModels.disclosures(citizen, from, limit + 1);
    const page = found.slice(0, limit);
    const entries = await Promise.all(page.map((entry) => this.lines.line(entry, citizen)));
    const last = found.length > limit ? page.at(-1) : undefined;
    return done({ entries: rolledUp(entries.flat()), next: last === undefined ? null : this.cursors.write(actor.account, last.event.position) });
  }
}
