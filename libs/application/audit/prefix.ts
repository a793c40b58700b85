import { isBeyond, type ReplayPoint } from '../../domain/access/replay.js';
import type { EventStore, RecordedEvent } from '../../event-store/index.js';
import { later, instant, type Instant } from '../../kernel/index.js';
import type { PageDigests } from '../ports/index.js';
import { type Digest, endOf, PAGE_SIZE } from './digest.js';
import { TrustedDigests } from './digests.js';
import { type LogEntry, shutEntry } from './log-reader.js';

/** How far a replay is, in positions of the log. */
export interface ReplayProgress {
  readonly position: bigint;
  /** Where it ends at the latest. */
  readonly target: bigint;
}

/** What a replay reads. */
export interface ReplaySource {
  readonly store: EventStore;
  readonly digests: PageDigests;
  /** Where the log ended when somebody looked: nothing beyond is read. Where it is not said, where it ends when the reading begins. */
  readonly head?: bigint;
  readonly progress?: (progress: ReplayProgress) => void;
}

/**
 * A part of the log: a page by its digest, or events, where no digest can be used or where the point lies within the page. `position`, `latest`: up to its end;
 * `cut`: it is the last.
 */
export type Stretch = { readonly position: bigint; readonly latest: Instant; readonly cut: boolean } & ({ readonly digest: Digest } | { readonly entries: readonly LogEntry[] });

/** The longest prefix of the log that a replay at this point takes, in order, up to where the log ended. */
export async function* prefixOf(source: ReplaySource, point: ReplayPoint): AsyncGenerator<Stretch> {
  const { store, digests, progress } = source;
  const target = farthest(point, source.head ?? (await store.head()));
  const trusted = new TrustedDigests(store, digests);
  let latest = instant(0);
  for (let position = 0n; position < target; ) {
    const stretch = (await wholePage(trusted, { position, target, point })) ?? (await events(store, { position, target, point }));
    if (stretch === undefined) return;
    latest = later(latest, stretch.latest);
    yield { ...stretch, latest };
    position = stretch.cut ? target : stretch.position;
    progress?.({ position, target });
  }
}

const farthest = (point: ReplayPoint, head: bigint): bigint => ('position' in point && point.position < head ? point.position : head);

interface Place {
  readonly position: bigint;
  readonly target: bigint;
  readonly point: ReplayPoint;
}

/** The page that begins here, where its digest says that all of it lies within the point. */
async function wholePage(trusted: TrustedDigests, { position, target, point }: Place): Promise<Stretch | undefined> {
  const page = Number(position / PAGE_SIZE) + 1;
  if (position % PAGE_SIZE !== 0n || endOf(page) > target) return undefined;
  const digest = await trusted.of(page);
  if (digest === undefined || isBeyond(point, endOf(page), digest.latest)) return undefined;
  return { position: endOf(page), latest: digest.latest, cut: false, digest };
}

/** The events up to the end of this page (where positions have gaps: as many, for nothing is known of pages there) that lie within the point; `cut` where one lies beyond, or where the log has no more. */
async function events(store: EventStore, { position, target, point }: Place): Promise<Stretch | undefined> {
  const pageEnd = store.isGapless() ? (position / PAGE_SIZE + 1n) * PAGE_SIZE : target;
  const end = pageEnd < target ? pageEnd : target;
  const page = await store.readAll(position, Number(PAGE_SIZE));
  mustBeWhole(store, position, page);
  const read = page.filter((event) => event.position <= end).map(shutEntry);
  const beyond = read.findIndex(({ recorded, event }) => isBeyond(point, recorded.position, event.data.at));
  const entries = beyond === -1 ? read : read.slice(0, beyond);
  const last = entries.at(-1);
  if (last === undefined) return undefined;
  const latest = entries.reduce((so, { event }) => later(so, event.data.at), instant(0));
  return { position: last.recorded.position, latest, entries, cut: beyond !== -1 };
}

/** Throws where the log has a hole: what was folded over it would be another history, and nothing would tell. */
function mustBeWhole(store: EventStore, after: bigint, events: readonly RecordedEvent[]): void {
  if (!store.isGapless()) return;
  const place = events.findIndex(({ position }, index) => position !== after + BigInt(index + 1));
  if (place !== -1) throw new Error(`the log has no event at position ${after + BigInt(place + 1)}`);
}

/** How far the prefix goes that a replay at this point takes, and the latest recorded time in it. */
export async function endOfPrefix(source: ReplaySource, point: ReplayPoint): Promise<{ readonly position: bigint; readonly latest: Instant }> {
  let end = { position: 0n, latest: instant(0) };
  for await (const { position, latest } of prefixOf(source, point)) end = { position, latest };
  return end;
}
