import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { sampleCodec, type SampleEvent } from '../../domain/sample/index.js';
import { EventStore, type RecordedEvent } from '../../event-store/index.js';
import { type CitizenId, formatInstant, opened, refused, type SampleId } from '../../kernel/index.js';
import { Cursors } from '../cursor.js';
import { Ledger, readMetadata } from '../ledger/index.js';
import { done, type Outcome } from '../outcome.js';
import { type LockedBarcode, ReadModels } from '../ports/index.js';
import type { Actor, Duty } from '../request.js';
import { Ties } from '../staff/ties.js';
import { streams } from '../streams.js';

/** A clinic's barcodes that take no rows until a registrar releases them, newest first: `limit` of them from `before` on. */
export class Quarantine {
  constructor(
    readonly actor: Actor,
    readonly duty: Duty,
    readonly before: string | null,
    readonly limit: number,
  ) {}
}

/** A locked barcode; null where it cannot be opened any more. Nothing about the person, nor what a row said that was not theirs. */
export interface Locked {
  readonly sample: SampleId;
  readonly barcode: string | null;
  readonly since: string;
}

/** One page; `next` is null on the last one. Those of people close to who asks are left out: elsewhere they are not there for them, and must not be found here. */
export interface QuarantinePage {
  readonly locked: readonly Locked[];
  readonly next: string | null;
}

@QueryHandler(Quarantine)
export class QuarantineHandler implements IQueryHandler<Quarantine, Outcome<QuarantinePage>> {
  constructor(
    private readonly store: EventStore,
    private readonly ledger: Ledger,
    private readonly readModels: ReadModels,
    private readonly cursors: Cursors,
    private readonly ties: Ties,
  ) {}

  async execute({ actor, duty, before, limit }: Quarantine): Promise<Outcome<QuarantinePage>> {
    const from = before === null ? null : this.cursors.read(actor.account, before);
    if (from === undefined) return refused('cursor', 'before');
    // Also of who has no dealings with anybody: it is a list of what is locked now.
    const ties = await this.ties.asOfNow();
    if (ties === undefined) return refused('read-models-behind');
    // One more than asked tells whether there is another page.
    const found = await this.readModels.quarantine(duty, from, limit + 1);
    const page = found.slice(0, limit);
    const registered = await this.registrationsOf(page);
    const tied = await ties.among(actor, [...new Set([...registered.values()].map(({ citizen }) => citizen))]);
    const last = found.length > limit ? page.at(-1) : undefined;
    return done({
      locked: page.flatMap(({ sample, since }) => {
        const { barcode, citizen } = registered.get(sample) ?? {};
        return citizen !== undefined && tied.has(citizen) ? [] : [{ sample, barcode: barcode ?? null, since: formatInstant(since) }];
      }),
      next: last === undefined ? null : this.cursors.write(actor.account, last.position),
    });
  }

  /** The first event of each tube: read models keep no barcode. */
  private async registrationsOf(page: readonly LockedBarcode[]): Promise<ReadonlyMap<SampleId, Registration>> {
    const firsts = await this.store.readMany(page.map(({ sample }) => ({ stream: streams.sample(sample), limit: 1 })));
    const events = await this.ledger.openAll<SampleEvent>(sampleCodec, firsts.flat().map(sealed));
    return new Map(events.flatMap((event) => registrationOf(event)));
  }
}

const sealed = ({ id, type, data, position, metadata }: RecordedEvent) => ({ id, type, data, position, version: readMetadata(metadata).v });

interface Registration {
  readonly citizen: CitizenId;
  readonly barcode: string | undefined;
}

const registrationOf = ({ type, data }: SampleEvent): readonly (readonly [SampleId, Registration])[] =>
  type === 'SampleRegistered' ? [[data.sample, { citizen: data.citizen, barcode: opened(data.barcode) }]] : [];
