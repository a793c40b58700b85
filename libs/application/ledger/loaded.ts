import type { StreamName } from '../../event-store/index.js';
import { type Instant, later } from '../../kernel/index.js';

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
  /** Fingerprints by event id, of events that were not views: a retried command finds itself here. */
  readonly commands: ReadonlyMap<string, string | undefined>;
}

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
