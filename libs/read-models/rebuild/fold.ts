import type { Client } from 'pg';
import type { EventStore, RecordedEvent } from '../../event-store/index.js';
import { type ClearEvent, ProjectionStopped, readClearAgain } from '../events.js';
import { CHANGING } from '../history/tables.js';
import { mustFollow, touchesOf } from '../page.js';
import type { Projection, Touch } from '../projection.js';
import { isNotShown, PROJECTIONS } from '../projections/index.js';
import type { Row } from '../table.js';
import { BulkWriter } from './bulk-writer.js';
import { HeldRows } from './held-rows.js';
import type { Indexes } from './shadow.js';

/** Rows that are held in memory while the log is folded, some half a kilobyte each: beyond it they are put into their tables. Rows that never change are not held. */
export const MOST_HELD = 400_000;

/** Events that are worked on together once rows have to be looked for. */
const TOGETHER = 2_000;

/** Where the log is folded to. */
export interface FoldSettings {
  /** Takes rows by `COPY`. */
  readonly client: Client;
  /** Brings rows back that were put into their tables. */
  readonly other: Client;
  readonly schema: string;
  /** Resolves when the tables are there. */
  readonly made: Promise<void>;
  readonly indexes: Promise<Indexes>;
  readonly mostHeld?: number;
}

/** Folds the log from its first event into empty tables without indexes: in memory, row by row into `COPY` where a row is one event's, else when all is read or too much is held. */
export class Fold {
  /** Up to which position the log is folded. */
  position = 0n;
  readonly #writer: BulkWriter;
  readonly #held = new Map<Projection, HeldRows>();
  readonly #readers = new Map<string, readonly Projection[]>();
  readonly #most: number;
  #waiting: ClearEvent[] = [];
  #stand = false;

  constructor(private readonly settings: FoldSettings) {
    this.#most = settings.mostHeld ?? MOST_HELD;
    this.#writer = new BulkWriter(settings.client, settings.schema);
    for (const projection of PROJECTIONS) if (!projection.writeOnce) this.#held.set(projection, new HeldRows(projection, { client: settings.other, schema: settings.schema }));
    for (const type of new Set(PROJECTIONS.flatMap(({ types }) => [...types]))) this.#readers.set(type, PROJECTIONS.filter(({ types }) => types.has(type)));
  }

  /** Goes on to a position; writes nothing before the tables are made. Throws `ProjectionStopped` for a gap and for what cannot be read. */
  async to(store: EventStore, target: bigint, progress: (position: bigint) => void): Promise<void> {
    try {
      for await (const page of store.readThrough(this.position, target)) {
        await this.settings.made;
        mustFollow(this.position, page, store.isGapless());
        await this.#take(page);
        this.position = page.at(-1)?.position ?? this.position;
        progress(this.position);
      }
    } catch (error) {
      this.#writer.giveUp();
      throw error;
    }
    if (this.position < target) throw new Error(`the read models are at ${target}, the log ends at ${this.position}`);
  }

  /** Puts all rows into the tables whose rows last. */
  async endLasting(): Promise<void> {
    await this.#work();
    await this.#writer.flush();
  }

  /** Puts all rows into the others. */
  async endChanging(): Promise<void> {
    for (const held of this.#held.values()) await held.put(this.#writer);
    await this.#writer.flush();
  }

  async #take(page: readonly RecordedEvent[]): Promise<void> {
    for (const event of page) if (this.#readers.has(event.type) || !isNotShown(event.type)) this.#waiting.push(readClearAgain(event));
    if (!this.#stand || this.#waiting.length >= Math.min(TOGETHER, this.#most)) await this.#work();
    if (this.#isTooMuch()) await this.#spill();
    await this.#writer.ready();
  }

  async #work(): Promise<void> {
    const events = this.#waiting;
    this.#waiting = [];
    if (this.#stand) for (const held of this.#held.values()) await held.bring(touchesAgain(held.projection, events));
    for (const event of events) this.#fold(event);
  }

  #fold({ event, copy }: ClearEvent): void {
    try {
      for (const projection of this.#readers.get(event.type) ?? []) this.#touch(projection, projection.touch(event.type, event.data, copy));
    } catch (cause) {
      throw new ProjectionStopped(BigInt(copy.position), event.type, { cause });
    }
  }

  #touch(projection: Projection, touch: Touch<Row> | undefined): void {
    if (touch === undefined) return;
    const held = this.#held.get(projection);
    if (held !== undefined) return held.take(touch);
    const row = touch.evolve(undefined);
    if (row !== undefined) this.#writer.add(projection.table, row);
  }

  #isTooMuch(): boolean {
    let size = 0;
    for (const held of this.#held.values()) size += held.size;
    return size > this.#most;
  }

  /** What is held goes into the tables, which need their keys from now on: rows are looked for. */
  async #spill(): Promise<void> {
    await this.endChanging();
    if (this.#stand) return;
    this.#stand = true;
    await (await this.settings.indexes).makeKeys(this.settings.other, CHANGING);
  }
}

/** As `touchesOf`, of events whose fields are read only here. */
function touchesAgain(projection: Projection, events: readonly ClearEvent[]): readonly Touch<Row>[] {
  return events.flatMap((each) => {
    try {
      return touchesOf(projection, [each]);
    } catch (cause) {
      throw new ProjectionStopped(BigInt(each.copy.position), each.event.type, { cause });
    }
  });
}
