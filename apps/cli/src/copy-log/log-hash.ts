import { createHash, type Hash } from 'node:crypto';
import type { EventStore, RecordedEvent } from '../../../../libs/event-store/index.js';

/** Events of a log, and the hash over all that they are but their positions, in order. */
export interface LogHash {
  readonly events: number;
  readonly hash: string;
}

/** Reads a whole log. */
export async function hashOfLog(store: EventStore, show: (at: { readonly position: bigint; readonly target: bigint }) => void): Promise<LogHash> {
  const target = await store.head();
  const hash = createHash('sha256');
  let events = 0;
  for await (const page of store.readThrough(0n, target)) {
    for (const event of page) add(hash, event);
    events += page.length;
    show({ position: page.at(-1)?.position ?? target, target });
  }
  return { events, hash: hash.digest('hex') };
}

/** Each part with its length before it: two logs that differ never look the same. */
function add(hash: Hash, { stream, revision, id, type, data, metadata }: RecordedEvent): void {
  for (const part of [stream, String(revision), id, type, data, metadata]) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(bytes.byteLength));
    hash.update(length).update(bytes);
  }
}
