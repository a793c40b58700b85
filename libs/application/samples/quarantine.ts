import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { sampleCodec, type SampleEvent } from '../../domain/sample/index.js';
import { EventStore, type RecordedEvent } from '../../event-store/index.js';
import { formatInstant, opened, refused, type SampleId } from '../../kernel/index.js';
import { Cursors } from '../cursor.js';
import { Ledger, readMetadata } from '../ledger/index.js';
import { done, type Outcome } from '../outcome.js';
import { type LockedBarcode, ReadModels } from '../ports/index.js';
import type { Actor, Duty } from '../request.js';
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

/** One page; `next` is null on the last one. */
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
  ) {}

  async execute({ actor, duty, before, limit }: Quarantine): Promise<Outcome<QuarantinePage>> {
    const from = before === null ? null : this.cursors.read(actor.account, before);
    if (from === undefined) return refused('cursor', 'before');
    // One more than asked tells whether there is another page.
    const found = await this.readModels.quarantine(duty.institution, from, limit + 1);
    const page = found.slice(0, limit);
    const barcodes = await this.barcodesOf(page);
    const last = found.length > limit ? page.at(-1) : undefined;
    return done({
      locked: page.map(({ sample, since }) => ({ sample, barcode: barcodes.get(sample) ?? null, since: formatInstant(since) })),
      next: last === undefined ? null : this.cursors.write(actor.account, last.position),
    });
  }

  /** From the first event of each tube, which is its registration: read models keep no barcode. */
  private async barcodesOf(page: readonly LockedBarcode[]): Promise<ReadonlyMap<SampleId, string>> {
    const firsts = await this.store.readMany(page.map(({ sample }) => ({ stream: streams.sample(sample), limit: 1 })));
    const events = await this.ledger.openAll<SampleEvent>(sampleCodec, firsts.flat().map(sealed));
    return new Map(events.flatMap((event) => barcodeOf(event)));
  }
}

const sealed = ({ id, type, data, position, metadata }: RecordedEvent) => ({ id, type, data, position, version: readMetadata(metadata).v });

function barcodeOf({ type, data }: SampleEvent): readonly (readonly [SampleId, string])[] {
  const barcode = type === 'SampleRegistered' ? opened(data.barcode) : undefined;
  return barcode === undefined ? [] : [[data.sample, barcode]];
}
