import { setTimeout as sleep } from 'node:timers/promises';
import type { ViewDisclosed } from '../../domain/access/index.js';
import { StoreUnavailable } from '../../event-store/index.js';
import type { EventId } from '../../kernel/index.js';
import type { BasisHistory } from './basis-history.js';

/** How long an append of which nothing is known is looked for, and how often, in milliseconds. */
const SETTLE_WITHIN = 1_000;
const SETTLE_EVERY = 25;

/**
 * Appends a view. `recorded`: it is in the log, written now. `conflict`: it is not. `failed`: it is not, or nobody can tell, or the store answered from
 * idempotence, which never releases a view: an acknowledgement of something older says nothing about now.
 */
export async function recordView(history: BasisHistory, id: EventId, view: ViewDisclosed): Promise<'recorded' | 'conflict' | 'failed'> {
  const verdict = await history.append(id, view);
  switch (verdict.kind) {
    case 'appended':
      return verdict.repeated ? 'failed' : 'recorded';
    case 'conflict':
      return 'conflict';
    case 'too-large':
    case 'unavailable':
      return 'failed';
    case 'unknown':
      return settled(history, id);
  }
}

/** Settles by reading. Writing again could put the view behind a revocation that was acknowledged in between. */
async function settled(history: BasisHistory, id: EventId): Promise<'recorded' | 'conflict' | 'failed'> {
  const until = performance.now() + SETTLE_WITHIN;
  while (performance.now() < until) {
    const found = await history.settle(id).catch(stillOpen);
    if (found !== 'open') return found === 'recorded' ? 'recorded' : 'conflict';
    await sleep(SETTLE_EVERY);
  }
  return 'failed';
}

function stillOpen(error: unknown): 'open' {
  if (error instanceof StoreUnavailable) return 'open';
  throw error;
}
