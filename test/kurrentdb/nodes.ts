import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { GossipClient } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { credentials, Metadata } from '@grpc/grpc-js';

/** One node of KURRENTDB_NODES: its address, and the commands that end it at once and start it unless it runs. */
export interface ControlledNode {
  readonly address: string;
  readonly kill: string;
  readonly start: string;
}

/** The nodes, where KURRENTDB_NODES says how to kill and start each: a JSON array of { address, kill, start }. */
export const controlledNodes = (): readonly ControlledNode[] => JSON.parse(process.env['KURRENTDB_NODES'] ?? '[]') as readonly ControlledNode[];

/** Runs a command of a node's. Throws where it fails. */
export function run(command: string): void {
  const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
}

/** How long a node may say nothing before it is started again, in milliseconds: one that led ends itself where it has to cut what only it had. */
const SILENT = 15_000;

/** Waits until all nodes are there and one of them leads; which. */
export async function wholeCluster(nodes: readonly ControlledNode[], within = 240_000): Promise<ControlledNode> {
  const silence = nodes.map(() => new Silence());
  for (const until = performance.now() + within; performance.now() < until; await sleep(200)) {
    const states = await Promise.all(nodes.map(({ address }) => stateOf(address)));
    const leader = nodes[states.indexOf(gossip.MemberInfo.VNodeState.LEADER)];
    if (leader !== undefined && states.every(isServing)) return leader;
    for (const [index, node] of nodes.entries()) if (silence[index]?.isTooLong(states[index]) === true) run(node.start);
  }
  throw new Error('the cluster did not become whole');
}

/** Of one node. */
class Silence {
  #heard = performance.now();

  isTooLong(state: gossip.MemberInfo.VNodeState | undefined): boolean {
    if (state === undefined && performance.now() - this.#heard < SILENT) return false;
    this.#heard = performance.now();
    return state === undefined;
  }
}

const isServing = (state: gossip.MemberInfo.VNodeState | undefined): boolean => state === gossip.MemberInfo.VNodeState.LEADER || state === gossip.MemberInfo.VNodeState.FOLLOWER;

/** What a node says of itself; undefined where it does not answer. */
function stateOf(address: string): Promise<gossip.MemberInfo.VNodeState | undefined> {
  const client = new GossipClient(address, credentials.createInsecure());
  return new Promise((resolve) => {
    client.read(new shared.Empty(), new Metadata(), { deadline: Date.now() + 1_000 }, (error, info) => {
      client.close();
      const own = error === null ? info.getMembersList().find((member) => `${member.getHttpEndPoint()?.getAddress()}:${member.getHttpEndPoint()?.getPort()}` === address) : undefined;
      resolve(own?.getState());
    });
  });
}
