import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { KurrentPlace } from '../../../libs/event-store-kurrentdb/index.js';
import type { Cluster, Member, State } from './cluster.js';
import type { Fault } from './faults.js';
import { Log, type Outcome } from './log.js';
import { Node } from './node.js';

/** A double of a KurrentDB cluster, in this process: real calls of the client's own protocol, a log in memory, and faults when it is told to have them. */
export class Double implements Cluster {
  readonly log = new Log();
  readonly #nodes: Node[] = [];
  readonly #faults: Fault[] = [];
  readonly #resets = new EventEmitter().setMaxListeners(0);
  #leader: Member | undefined;
  #asked = 0;

  readonly state: State = { ready: true, ending: false, twice: false, mute: false, late: 0, subscriptions: 0 };

  static async start(nodes = 1): Promise<Double> {
    const double = new Double();
    for (let started = 0; started < nodes; started += 1) double.#nodes.push(await Node.start(double));
    return double;
  }

  get nodes(): readonly Node[] {
    return this.#nodes;
  }

  get members(): readonly Member[] {
    return this.#nodes;
  }

  get leader(): Member {
    const leader = this.#leader ?? this.#nodes[0];
    if (leader === undefined) throw new Error('a cluster has nodes');
    return leader;
  }

  /** How many connections were made to its nodes, those that ask who leads left out: each of them asks once. */
  get connections(): number {
    return this.#nodes.reduce((sum, { wire }) => sum + wire.connections, 0) - this.#asked;
  }

  /** How it is reached: one node as it is, several by asking who leads. */
  get place(): KurrentPlace {
    const [first, ...others] = this.#nodes.map(({ wire }) => wire.address);
    if (first === undefined) throw new Error('a cluster has nodes');
    return { nodes: [first, ...others], discover: false, tls: undefined, user: undefined };
  }

  lead(member: Member): void {
    this.#leader = member;
    this.log.writeOwn('$epoch-information');
  }

  /** What happens to the next appends, one fault each. */
  plant(...faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }

  /** Faults that have not happened yet. */
  get planted(): number {
    return this.#faults.length;
  }

  /** Every subscription fails. */
  reset(): void {
    this.#resets.emit('reset');
  }

  onReset(listener: () => void): () => void {
    this.#resets.on('reset', listener);
    return () => this.#resets.off('reset', listener);
  }

  gossip(): gossip.ClusterInfo {
    this.#asked += 1;
    const info = new gossip.ClusterInfo();
    info.setMembersList(this.#nodes.map((node) => node.member()));
    return info;
  }

  async carryOut(through: () => Outcome, member: Member): Promise<Outcome | undefined> {
    await this.slowly();
    const fault = this.#faults.shift();
    return fault === undefined ? through() : fault(through, { member, cluster: this });
  }

  async slowly(): Promise<void> {
    if (this.state.late > 0) await sleep(this.state.late);
  }

  async close(): Promise<void> {
    await Promise.all(this.#nodes.map((node) => node.close()));
  }
}
