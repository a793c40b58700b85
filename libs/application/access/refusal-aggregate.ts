import { refusalCodec, type RefusalEvent } from '../../domain/access/index.js';
import type { Aggregate } from '../ledger/index.js';

/** One refused view, in a stream of its own: there is nothing to fold. */
export const refusalAggregate: Aggregate<null, RefusalEvent> = { codec: refusalCodec, initial: null, evolve: () => null };
