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

/** An event store as its own documentation opens it, on a database of its own. */
export interface LedgerPeer {
  append(append: PeerAppend): Promise<PeerAnswer>;
  /** Many at once, in the way that is best for this store. Where it takes all of them or none, one conflict is everybody's. */
  appendAll(appends: readonly PeerAppend[]): Promise<readonly PeerAnswer[]>;
  /** Folds a stream from its first event; how many it has of those is the caller's to count. */
  aggregate<State>(stream: string, begin: State, evolve: (state: State, event: Payload) => State): Promise<State>;
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
