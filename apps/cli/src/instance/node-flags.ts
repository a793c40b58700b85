/**
 * What Node is told wherever an instance runs in a process of its own: how large the young part of the heap may be, in MiB, and that one thread collects beside the
 * server's own. Both have to be there before the heap is, so `package.json` and the image say the same.
 */
export const NODE_FLAGS = ['--max-semi-space-size=32', '--v8-pool-size=1'] as const;
