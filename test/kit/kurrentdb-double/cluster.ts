import type gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { Log, Outcome } from './log.js';
import type { Wire } from './wire.js';

/** A node, as others see it. */
export interface Member {
  readonly wire: Wire;
}

/** What a node knows of its cluster. */
export interface Cluster {
  readonly log: Log;
  readonly members: readonly Member[];
  readonly leader: Member;
  readonly state: State;
  lead(member: Member): void;
  gossip(): gossip.ClusterInfo;
  /** Does what was asked of a member, or what was planted instead. */
  carryOut(through: () => Outcome, at: Member): Promise<Outcome | undefined>;
  slowly(): Promise<void>;
  onReset(listener: () => void): () => void;
}

/** How a cluster behaves, and what was seen of its clients. */
export interface State {
  /** Whether it takes calls: during an election it does not. */
  ready: boolean;
  /** Whether the one that leads is ending: what is asked anew it refuses, without a word of why. */
  ending: boolean;
  /** Whether subscriptions get each event twice. */
  twice: boolean;
  /** Whether subscriptions get nothing although there is something. */
  mute: boolean;
  /** How late each answer is, in milliseconds. */
  late: number;
  /** Subscriptions that were begun and not ended. */
  subscriptions: number;
}
