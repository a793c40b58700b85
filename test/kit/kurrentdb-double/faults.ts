import type { Cluster, Member } from './cluster.js';
import type { Outcome } from './log.js';

/** What happens to one append instead: `through` carries it out. Without an outcome it is never answered. */
export type Fault = (through: () => Outcome, at: { readonly member: Member; readonly cluster: Cluster }) => Promise<Outcome | undefined>;

/** It is written, and the connection dies before the answer. */
export const loseAnswer: Fault = async (through, { member }) => {
  through();
  member.wire.cut();
  return undefined;
};

/** It is neither written nor answered. */
export const hang: Fault = async () => undefined;

/** It is written and not answered. */
export const hangAfter: Fault = async (through) => {
  through();
  return undefined;
};

/** Until who follows has seen it, in milliseconds. */
const SEEN = 100;

/** It is written, and acknowledged, and then taken back, with everything behind it: by a node that comes back as it was before, so that every connection dies. */
export const takeBack: Fault = async (through, { cluster: { log, members } }) => {
  const before = log.lines.length;
  const outcome = through();
  setTimeout(() => {
    log.truncate(log.lines.length - before);
    for (const { wire } of members) wire.cut();
  }, SEEN);
  return outcome;
};

/** The node that got it leads no more: it is not written, and the connection dies. */
export const loseLeader: Fault = async (_, { member, cluster }) => {
  cluster.lead(cluster.members.find((other) => other !== member) ?? member);
  member.wire.cut();
  return undefined;
};

/** It is on the leader alone, which is cut off from the others, and not answered; `log.settle` says what becomes of it. What the leader refuses, it refuses. */
export const strand: Fault = async (through, { cluster: { log } }) => {
  const outcome = log.stranding(through);
  return outcome.kind === 'wrong' ? outcome : undefined;
};
