import { type AccessFact, type AccessHistory, AccessReplay, type Concern, type CouldLook, type DidLook, judgedAt, type ReplayPoint, type WasRefused } from '../../domain/access/replay.js';
import type { AnyEvent } from '../../domain/catalogue.js';
import type { EventStore } from '../../event-store/index.js';
import { formatInstant, instant, type Instant, later } from '../../kernel/index.js';
import { readPrefix } from './log-reader.js';

/** As it is shown: instants and positions as text. */
type Written<T> = { readonly [K in keyof T]: T[K] extends Instant | bigint ? string : T[K] };

/** A replay as an auditor is shown it; times RFC 3339, ids pseudonymous, nothing opened. */
export interface AccessReport {
  /** Position of the last event that was folded. */
  readonly position: string;
  /** The instant at which windows were judged. */
  readonly asOf: string;
  readonly could: readonly Written<CouldLook>[];
  readonly did: readonly Written<DidLook>[];
  readonly refused: readonly Written<WasRefused>[];
}

const ACCESS_FACTS = new Set<string>([
  'ConsentRequested',
  'ConsentCodeOpened',
  'ConsentGranted',
  'ConsentDeclined',
  'ConsentRevoked',
  'ConsentRelinquished',
  'ConsentEnded',
  'ViewDisclosed',
  'ViewRefused',
  'GuardianshipConfirmed',
  'GuardianshipSuspended',
  'GuardianshipReinstated',
  'GuardianshipEnded',
] satisfies readonly AccessFact['type'][]);

const isAccessFact = (event: AnyEvent): event is AccessFact => ACCESS_FACTS.has(event.type);

/** Folds the log up to a point. Opens no key; the same log and point give the same report. */
export async function replayAccess(store: EventStore, concern: Concern, point: ReplayPoint): Promise<AccessReport> {
  const replay = new AccessReplay(concern);
  let position = 0n;
  let latest: Instant = instant(0);
  for await (const { recorded, event } of readPrefix(store, point)) {
    if (isAccessFact(event)) replay.apply(recorded.position, event);
    position = recorded.position;
    latest = later(latest, event.data.at);
  }
  const asOf = judgedAt(point, latest);
  return report(position, asOf, replay.history(asOf));
}

function report(position: bigint, asOf: Instant, { could, did, refused }: AccessHistory): AccessReport {
  return {
    position: String(position),
    asOf: formatInstant(asOf),
    could: could.map((basis) => ({ ...basis, from: formatInstant(basis.from), until: formatInstant(basis.until) })),
    did: did.map((view) => ({ ...view, position: String(view.position), at: formatInstant(view.at) })),
    refused: refused.map((refusal) => ({ ...refusal, position: String(refusal.position), at: formatInstant(refusal.at) })),
  };
}

