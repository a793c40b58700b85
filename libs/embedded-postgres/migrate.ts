import type { Connections } from './connections.js';
import { MIGRATION_SETS, type MigrationSet } from './migration-sets.js';
import { isCurrent } from './schema-state.js';

/** How to migrate; the sets are ours and the patience a minute where none are given. */
export interface MigrateOptions {
  readonly sets?: readonly MigrationSet[];
  /** How long another migration is waited for, in milliseconds. */
  readonly patience?: number;
}

/**
 * Brings both databases to the newest schema, under a lock: of two at once, one works and the other waits, then finds it done. All of it or nothing: rejects with
 * `MigrationFailed`, naming the one that failed. Repeating it changes nothing.
 */
export async function migrate(at: Pick<Connections, 'owner' | 'keysOwner'>, { sets = MIGRATION_SETS, patience = 60_000 }: MigrateOptions = {}): Promise<void> {
  if (await hasSchema(at, sets)) return;
  // Only where something is to be done: the library that runs migrations takes longer to load than the question took.
  const { runPending } = await import('./run-pending.js');
  await runPending(at, sets, patience);
}

/** Whether both databases have every migration; rejects where one is not there. */
async function hasSchema(at: Pick<Connections, 'owner' | 'keysOwner'>, sets: readonly MigrationSet[]): Promise<boolean> {
  const [log, keys] = await Promise.all([isCurrent(at.owner, setsAt('log', sets)), isCurrent(at.keysOwner, setsAt('keys', sets))]);
  return log && keys;
}

/** Those of one database. */
export const setsAt = (place: MigrationSet['at'], sets: readonly MigrationSet[] = MIGRATION_SETS): readonly MigrationSet[] => sets.filter(({ at }) => at === place);
