import type { Cluster } from '../../../libs/embedded-postgres/index.js';
import type { Payload } from './payload.js';

/** Events for one stream, `<category>-<uuid>`: all or none. */
export interface PeerAppend {
  readonly stream: string;
  /** How many events the stream holds, as the writer believes. */
  readonly expected: number;
  readonly payloads: readonly Payload[];
}

/** `conflict`: the stream holds another number of events, and nothing was written. Whatever else goes wrong rejects. */
export type PeerAnswer = 'appended' | 'conflict';

/** A fold up to an instant, written as the payloads write theirs. */
export interface PeerFold<State> {
  readonly begin: State;
  readonly evolve: (state: State, event: Payload) => State;
  readonly until: string;
}

/** Later than every payload. */
export const ALWAYS = '9999';

/** What of a stream's events happened in time, folded: for stores that hand out all of them decoded. */
export function folded<State>(events: Iterable<Payload>, { begin, evolve, until }: PeerFold<State>): State {
  let state = begin;
  for (const event of events) {
    if (event.at > until) break;
    state = evolve(state, event);
  }
  return state;
}

/** An event store as its own documentation opens it, on a database of its own. */
export interface LedgerPeer {
  append(append: PeerAppend): Promise<PeerAnswer>;
  /** Many at once, in the way that is best for this store. Where it takes all of them or none, one conflict is everybody's. */
  appendAll(appends: readonly PeerAppend[]): Promise<readonly PeerAnswer[]>;
  /** Folds a stream from its first event to the last one that happened by `until`: a stream's events stand in the order of their instants. */
  aggregate<State>(stream: string, fold: PeerFold<State>): Promise<State>;
  /** How many events a stream holds, asked by a writer that has just had a conflict and knew of `known`: in the way that costs this store least. */
  length(stream: string, known: number): Promise<number>;
  close(): Promise<void>;
}

/** A kind of store: how it is set up, opened and looked into. */
export interface PeerKind {
  readonly name: string;
  /** Of the package. */
  readonly version: string;
  /** Numbers of connections worth trying. */
  readonly pools: readonly [number, ...number[]];
  /** SQL that yields `stream` and `version` (from 0) of every event. */
  readonly events: string;
  /** SQL that yields the tables, whose size with their indexes is what the events take. */
  readonly tables: string;
  /** Makes an empty store in a new database of this name. */
  make(cluster: Cluster, database: string): Promise<void>;
  open(cluster: Cluster, database: string, pool: number): Promise<LedgerPeer>;
}

/** One append after the other of a list, as many at once as the store's own pool lets through. */
export const eachByItself = (peer: Pick<LedgerPeer, 'append'>, appends: readonly PeerAppend[]): Promise<readonly PeerAnswer[]> => Promise.all(appends.map((append) => peer.append(append)));
