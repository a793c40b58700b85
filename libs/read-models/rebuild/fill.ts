import type { Client } from 'pg';
import { SCHEMA } from '../entities.js';
import { LASTING } from '../history/tables.js';
import { checkpointOf, saveCheckpoint } from '../rows.js';
import { TABLES } from '../table-hash.js';
import { Fold } from './fold.js';
import type { RebuildSettings } from './settings.js';
import { BESIDE, Indexes, makeTables } from './shadow.js';

/** This many events may be left to fold: beyond it, tables without indexes are faster to add to. */
const NEAR = 20_000n;

/** Makes tables, folds the log into them until little is left of it, and makes their indexes; does at once what need not wait. Both connections are free afterwards, also where it fails. */
export async function fill(client: Client, other: Client, settings: RebuildSettings): Promise<void> {
  const made = heard(makeTables(client));
  try {
    const target = await checkpointOf(other, SCHEMA);
    const indexes = heard(Indexes.of(other, BESIDE));
    const fold = new Fold({ client, other, schema: BESIDE, made, indexes, ...(settings.mostHeld === undefined ? {} : { mostHeld: settings.mostHeld }) });
    await foldTo(target, { fold, other, settings });
    await finish({ client, other, fold, indexes: await indexes, settings });
    if (fold.position > 0n) await saveCheckpoint(client, BESIDE, fold.position);
  } finally {
    await made;
  }
}

/** Whoever waits for it later hears of its failure. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

async function foldTo(first: bigint, { fold, other, settings: { store, progress } }: { readonly fold: Fold; readonly other: Client; readonly settings: RebuildSettings }): Promise<void> {
  for (let target = first; fold.position < target; ) {
    const goal = target;
    await fold.to(store, goal, (position) => progress?.({ step: 'folding', position, target: goal }));
    target = await checkpointOf(other, SCHEMA);
    if (target - fold.position <= NEAR) return;
  }
}

interface Finishing {
  readonly client: Client;
  readonly other: Client;
  readonly fold: Fold;
  readonly indexes: Indexes;
  readonly settings: RebuildSettings;
}

/** Fills the tables whose rows change while the others get their indexes; then they get theirs. */
async function finish({ client, other, fold, indexes, settings }: Finishing): Promise<void> {
  await fold.endLasting();
  settings.progress?.({ step: 'indexing', position: fold.position, target: fold.position });
  const changing = fold.endChanging();
  const full = async (): Promise<typeof TABLES> => {
    await changing;
    return TABLES;
  };
  const done = await Promise.allSettled([full().then((tables) => indexes.make(client, tables)), indexes.make(other, LASTING).then(full).then((tables) => indexes.make(other, tables))]);
  for (const each of done) if (each.status === 'rejected') throw each.reason;
}
