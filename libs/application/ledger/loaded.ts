import type { DomainEvent } from '../../domain/codec/index.js';
import type { StreamName } from '../../event-store/index.js';
import { type Instant, type KeyRef, later } from '../../kernel/index.js';
import type { Remembered } from '../remembered.js';

/** What a command left in a stream: the fingerprint of its body, and the place and the instant of its event. */
export interface CarriedOut {
  readonly fingerprint: string | undefined;
  readonly position: bigint;
  readonly at: Instant | undefined;
}

/** A stream folded up to a revision. */
export interface Loaded<State> {
  readonly stream: StreamName;
  readonly state: State;
  /** Of the last event, undefined for a stream that does not exist. */
  readonly revision: bigint | undefined;
  /** `at` of the last event. */
  readonly lastAt: Instant | undefined;
  /** Where the last event that was not a view stands: in the stream, and in the log. */
  readonly change: { readonly revision: bigint; readonly position: bigint } | undefined;
  /** By event id, of events that were not views: a retried command finds itself here. */
  readonly commands: ReadonlyMap<string, CarriedOut>;
}

/** What is remembered of streams: how they were folded, and the keys that opened what is open in it. */
export type Memory<State> = Remembered<StreamName, { readonly loaded: Loaded<State>; readonly keys: readonly KeyRef[] }>;

/** A stream of which nothing was read yet. */
export const unread = <State>(stream: StreamName, initial: State): Loaded<State> => ({
  stream,
  state: initial,
  revision: undefined,
  lastAt: undefined,
  change: undefined,
  commands: new Map(),
});

/** The instant of a decision: time never runs backwards within a stream. */
export const decisionInstant = (loaded: Loaded<unknown>, now: Instant): Instant => (loaded.lastAt === undefined ? now : later(now, loaded.lastAt));

/** Every event carries the instant of its decision. */
export const instantOf = (event: DomainEvent): Instant | undefined => ('at' in event.data ? (event.data.at as Instant) : undefined);
