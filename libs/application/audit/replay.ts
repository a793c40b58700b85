import { type AccessHistory, AccessReplay, type Changed, type Concern, type CouldLook, type DidLook, judgedAt, type ReplayPoint, type WasRefused } from '../../domain/access/replay.js';
import { type EventStore, MAX_PLACES, StoreUnavailable } from '../../event-store/index.js';
import { type CitizenId, formatInstant, instant, type Instant } from '../../kernel/index.js';
import { isAccessFact } from './access-facts.js';
import { placesOf } from './digest.js';
import { type LogEntry, shutEntry } from './log-reader.js';
import { prefixOf, type ReplaySource } from './prefix.js';

/** As it is shown: instants and positions as text. */
type Written<T> = { readonly [K in keyof T]: T[K] extends Instant | bigint ? string : T[K] };

type WrittenChange = Written<Omit<Changed, 'terms'>> & { readonly terms: Written<NonNullable<Changed['terms']>> | null };

/** A replay as an auditor is shown it; times RFC 3339, ids pseudonymous, nothing opened. */
export interface AccessReport {
  /** Position of the last event that was folded. */
  readonly position: string;
  /** The instant at which windows were judged. */
  readonly asOf: string;
  readonly changed: readonly WrittenChange[];
  readonly could: readonly Written<CouldLook>[];
  readonly did: readonly Written<DidLook>[];
  readonly refused: readonly Written<WasRefused>[];
}

/** Everybody but the subject whom a report speaks of. */
export const viewersIn = ({ changed, could, did, refused }: AccessReport): readonly CitizenId[] => [...new Set([changed, could, did, refused].flat().map(({ viewer }) => viewer))];

/** Replays the log up to a point. Opens no key; the same log and point give the same report, whatever digests there are: they only say what need not be read. */
export async function replayAccess(source: ReplaySource, concern: Concern, point: ReplayPoint): Promise<AccessReport> {
  const replay = new AccessReplay(concern);
  const apply = ({ recorded, event }: LogEntry): void => {
    if (isAccessFact(event)) replay.apply(recorded.position, event);
  };
  let end = { position: 0n, latest: instant(0) };
  const places: bigint[] = [];
  for await (const stretch of prefixOf(source, point)) {
    end = stretch;
    if ('digest' in stretch) places.push(...placesOf(stretch.digest, concern));
    const full = places.length >= MAX_PLACES;
    if (full || 'entries' in stretch) for await (const entry of entriesAt(source.store, places.splice(0))) apply(entry);
    if ('entries' in stretch) stretch.entries.forEach(apply);
  }
  for await (const entry of entriesAt(source.store, places)) apply(entry);
  const asOf = judgedAt(point, end.latest);
  return report(end.position, asOf, replay.history(asOf));
}

/** The events at these places, which digests named: one that is missing would be a fact untold. */
async function* entriesAt(store: EventStore, places: readonly bigint[]): AsyncGenerator<LogEntry> {
  for (let from = 0; from < places.length; from += MAX_PLACES) {
    const asked = places.slice(from, from + MAX_PLACES);
    const events = await store.readAt(asked);
    if (events.length !== asked.length) throw new StoreUnavailable();
    yield* events.map(shutEntry);
  }
}

function report(position: bigint, asOf: Instant, { changed, could, did, refused }: AccessHistory): AccessReport {
  return {
    position: String(position),
    asOf: formatInstant(asOf),
    changed: changed.map(({ terms, ...change }) => ({
      ...change,
      position: String(change.position),
      at: formatInstant(change.at),
      terms: terms === null ? null : { ...terms, from: formatInstant(terms.from), until: formatInstant(terms.until) },
    })),
    could: could.map((basis) => ({ ...basis, from: formatInstant(basis.from), until: formatInstant(basis.until) })),
    did: did.map((view) => ({ ...view, position: String(view.position), at: formatInstant(view.at) })),
    refused: refused.map((refusal) => ({ ...refusal, position: String(refusal.position), at: formatInstant(refusal.at) })),
  };
}

