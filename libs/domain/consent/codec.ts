import { CitizenId, ConsentId } from '../../kernel/index.js';
import { viewDisclosed } from '../access/view-disclosed.js';
import { eventCodec, flag, oneOf, parsed, sealedBy, text, time } from '../codec/index.js';
import { personName } from '../person.js';
import { policy, unsaidPolicy } from '../policy/recorded.js';
import { PURPOSES, SCOPES } from '../scope.js';
import type { ConsentEvent } from './events.js';

const consent = parsed(ConsentId);
const citizen = parsed(CitizenId);
const parties = { consent, viewer: citizen, subject: citizen, at: time };
const terms = { scope: oneOf(...SCOPES), purpose: oneOf(...PURPOSES), until: time };

/** How consents are stored. The label is sealed under the viewer's key, the viewer's name under the subject's access-log key. */
export const consentCodec = eventCodec<ConsentEvent>({
  ConsentRequested: {
    version: 2,
    clear: { consent, viewer: citizen, ...terms, codeHash: text, codeUntil: time, policy, at: time },
    sealed: { label: sealedBy('person', (data) => data.viewer, text) },
    upcasters: { 1: unsaidPolicy },
  },
  ConsentCodeOpened: { version: 1, clear: parties, sealed: {} },
  ConsentGranted: {
    version: 1,
    clear: { ...parties, ...terms, from: time, toGuardian: flag, policy: text },
    sealed: { viewerName: sealedBy('access-log', (data) => data.subject, personName) },
  },
  ConsentDeclined: { version: 1, clear: parties, sealed: {} },
  ViewDisclosed: viewDisclosed,
  ConsentRevoked: { version: 1, clear: parties, sealed: {} },
  ConsentRelinquished: { version: 1, clear: parties, sealed: {} },
  ConsentEnded: { version: 1, clear: { ...parties, cause: oneOf('subject-closing', 'viewer-closing') }, sealed: {} },
});
