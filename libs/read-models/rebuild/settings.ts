import type { ClientConfig } from 'pg';
import type { EventStore } from '../../event-store/index.js';

/** What is being done: `comparing` begins once the new tables serve. */
export type RebuildStep = 'folding' | 'indexing' | 'catching up' | 'comparing';

/** What is being done, and the log as far as it was read and as far as it has to be. */
export interface RebuildProgress {
  readonly step: RebuildStep;
  readonly position: bigint;
  readonly target: bigint;
}

/** What a rebuild needs. */
export interface RebuildSettings {
  readonly store: EventStore;
  /** As the owner of the read models. */
  readonly connection: ClientConfig;
  readonly progress?: (progress: RebuildProgress) => void;
  /** Rows that are held in memory at most; `MOST_HELD` where it is not said. */
  readonly mostHeld?: number;
}
