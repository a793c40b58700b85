import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { refusalCodec, type ViewDisclosed, type ViewRefused } from '../../domain/access/index.js';
import { consentCodec } from '../../domain/consent/index.js';
import { type CitizenId, formatInstant, opened, refused } from '../../kernel/index.js';
import { Cursors } from '../cursor.js';
import { Freshness } from '../freshness.js';
import { Ledger } from '../ledger/index.js';
import { Names } from '../names.js';
import { done, type Outcome } from '../outcome.js';
import { type AccessEntry, ReadModels } from '../ports/index.js';
import type { Actor } from '../request.js';
import type { Line, Look, RefusalLine, ViewLine } from './log-lines.js';
import { type RolledUp, rolledUp } from './rolled-up.js';
import { staffAct } from './staff-act.js';

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
    private readonly ledger: Ledger,
    private readonly readModels: ReadModels,
    private readonly cursors: Cursors,
    private readonly names: Names,
    private readonly freshness: Freshness,
  ) {}

  async execute({ actor, citizen, before, limit, atLeast }: MyDisclosures): Promise<Outcome<DisclosuresPage>> {
    const stale = await this.freshness.refusal(actor.account, atLeast);
    if (stale !== undefined) return stale;
    const from = before === null ? null : this.cursors.read(actor.account, before);
    if (from === undefined) return refused('cursor', 'before');
    // One line more than asked tells whether there is another page.
    const found = await this.readModels.disclosures(citizen, from, limit + 1);
    const page = found.slice(0, limit);
    const entries = await Promise.all(page.map((entry) => this.line(entry, citizen)));
    const last = found.length > limit ? page.at(-1) : undefined;
    return done({ entries: rolledUp(entries.flat()), next: last === undefined ? null : this.cursors.write(actor.account, last.event.position) });
  }

  private async line({ kind, event }: AccessEntry, citizen: CitizenId): Promise<readonly Line[]> {
    if (kind === 'staff') return [staffAct(event)];
    if (kind === 'view') {
      // A view has one shape in either of its streams.
      const [view] = await this.ledger.openAll(consentCodec, [event]);
      return view?.type === 'ViewDisclosed' ? [viewLine(event.id, view)] : [];
    }
    const [refusal] = await this.ledger.openAll(refusalCodec, [event]);
    return refusal === undefined ? [] : [this.refusalLine(refusal, citizen)];
  }

  private refusalLine({ data }: ViewRefused, citizen: CitizenId): RefusalLine {
    const viewer = data.known ? (opened(data.viewerName) ?? null) : null;
    return { kind: 'refusal', ...look(data), viewer, pseudonym: viewer === null ? this.names.pseudonym(data.viewer, citizen) : null };
  }
}

const viewLine = (id: string, { data }: ViewDisclosed): ViewLine => ({ kind: 'view', disclosure: id, ...look(data), viewer: opened(data.viewerName) ?? null, rule: data.rule });

const look = ({ at, basis, scope, purpose }: ViewDisclosed['data'] | ViewRefused['data']): Look => ({ at: formatInstant(at), basis, scope, purpose });
