import { coalesced } from '../event-loop/index.js';
import type { KeyRef } from '../kernel/index.js';
import { keyId } from '../vault/index.js';
import type { StoredKey } from './key-table.js';

type Found = ReadonlyMap<string, StoredKey>;

/** Puts the look-ups of one event-loop tick, and of while others are under way, into one statement. Each is answered by a statement sent after it, with its own keys among others'. */
export const lookups = (find: (refs: readonly KeyRef[]) => Promise<Found>): ((refs: readonly KeyRef[]) => Promise<Found>) =>
  coalesced(async (asked: readonly (readonly KeyRef[])[]) => {
    const refs = new Map(asked.flat().map((ref) => [keyId(ref), ref]));
    const found = await find([...refs.values()]);
    return asked.map(() => found);
  });
