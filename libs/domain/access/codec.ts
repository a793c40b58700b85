import { BasisId, CitizenId, StaffId } from '../../kernel/index.js';
import { eventCodec, flag, nullable, oneOf, parsed, sealedBy, time } from '../codec/index.js';
import { idsInstead, institution } from '../institution/written.js';
import { personName } from '../person.js';
import { PURPOSES, SCOPES } from '../scope.js';
import type { AuditEvent, RefusalEvent } from './events.js';

const citizen = parsed(CitizenId);
const basis = parsed(BasisId);

/** How refusals are stored. */
export const refusalCodec = eventCodec<RefusalEvent>({
  ViewRefused: {
    version: 1,
    clear: { viewer: citizen, basis, subject: nullable(citizen), scope: oneOf(...SCOPES), purpose: oneOf(...PURPOSES), known: flag, at: time },
    sealed: { viewerName: sealedBy('access-log', (data) => data.subject ?? data.viewer, nullable(personName)) },
  },
});

/** How an auditor's questions are stored. */
export const auditCodec = eventCodec<AuditEvent>({
  AccessReplayed: {
    version: 2,
    clear: { auditor: parsed(StaffId), institution, subject: nullable(citizen), basis: nullable(basis), asOf: time, at: time },
    sealed: {},
    upcasters: { 1: idsInstead('institution') },
    alikeSince: 1,
  },
});
