import { auditCodec } from '../../domain/access/codec.js';
import type { AuditEvent } from '../../domain/access/events.js';
import type { Aggregate } from '../ledger/index.js';

/** An auditor's question: a stream of one event, of which nothing is decided. */
export const auditAggregate: Aggregate<null, AuditEvent> = { codec: auditCodec, initial: null, evolve: () => null };
