import { createHash } from 'node:crypto';
import { TABLES } from '../table-hash.js';

/**
 * Of what projections make of events: raise it with any change to that, and snapshots made before are no longer used. A spec folds one event of each type and
 * says when it is due.
 */
const FOLD = 4;

/** Of the fold and of the tables' columns: what a snapshot must have been made with. */
export const FOLD_VERSION = `${FOLD}-${createHash('sha256').update(JSON.stringify(TABLES)).digest('hex').slice(0, 16)}`;
