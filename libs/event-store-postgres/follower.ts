import { setTimeout as sleep } from 'node:timers/promises';
import { type RecordedEvent, StoreUnavailable } from '../event-store/index.js';
import type { CommitBell } from './commit-bell.js';

/** Where a follower reads its pages. Rejects with `StoreUnavailable`. */
export type ReadPage = (after: bigint, limit: number) => Promise<readonly RecordedEvent[]>;

const PAGE = 1_000;
const IDLE = 40;
const AFTER_FAILURE = 100;

/**
 * All events after `after` as they are committed, until `signal` aborts. Positions are given out in commit order, so the next page begins where the last
 * one ended and nothing can appear behind it. What this process has just written is not read back. Outlives the server: it asks again until it is answered.
 */
export async function* followLog(readPage: ReadPage, after: bigint, bell: CommitBell, signal: AbortSignal): AsyncGenerator<readonly RecordedEvent[], void, void> {
  let seen = after;
  while (!signal.aborted) {
    const heard = bell.rings;
    const written = bell.after(seen, PAGE);
    const events = written.length > 0 ? written : await pageOrNothing(readPage, seen, signal);
    const last = events.at(-1);
    if (last === undefined) {
      await bell.heardMore(heard, IDLE, signal);
      continue;
    }
    mustContinue(seen, events);
    seen = last.position;
    if (!signal.aborted) yield events;
  }
}

async function pageOrNothing(readPage: ReadPage, after: bigint, signal: AbortSignal): Promise<readonly RecordedEvent[]> {
  try {
    return await readPage(after, PAGE);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    await sleep(AFTER_FAILURE, undefined, { signal }).catch(() => undefined);
    return [];
  }
}

// Only a hand in the table makes a hole. A projection that stepped over it would be wrong for ever without anybody knowing.
function mustContinue(seen: bigint, events: readonly RecordedEvent[]): void {
  if (events.some(({ position }, index) => position !== seen + BigInt(index + 1))) throw new Error(`the log has a hole after position ${seen}`);
}
