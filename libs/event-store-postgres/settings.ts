import type { ClientConfig } from 'pg';
import type { CommitBell } from './commit-bell.js';

/** Where the log's database is and as whom; `host` may be the folder of a Unix socket. `options`: settings that each session begins with, under the store's own. */
export type ConnectionSettings = Pick<ClientConfig, 'host' | 'port' | 'database' | 'user' | 'password' | 'ssl' | 'options'>;

/** How long is waited, in milliseconds, before the answer is that there is none. */
export interface Deadlines {
  /** For the log's lock, which another process may hold. */
  readonly lock: number;
  /** For a whole batch, and for an append to get into one. */
  readonly append: number;
  /** For a statement that reads. */
  readonly read: number;
}

/** A store's settings. */
export interface PostgresEventStoreSettings {
  readonly connection: ConnectionSettings;
  readonly deadlines?: Partial<Deadlines>;
  /** Shared by the stores of one process, so that one's commit wakes the other's followers. */
  readonly bell?: CommitBell;
  /** Appends that may wait for a batch; more are `unavailable` at once. */
  readonly maxWaiting?: number;
}

/** Deadlines where none are set. */
export const DEADLINES: Deadlines = { lock: 2_000, append: 5_000, read: 5_000 };

/** Appends that wait where no bound is set. */
export const MAX_WAITING = 10_000;
