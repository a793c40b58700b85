import type { Consent } from './consent.js';
import type { ConsentEvent } from './events.js';

/** Folds a consent's history; accepts it as it is. */
export function evolve(consent: Consent, { type, data }: ConsentEvent): Consent {
  switch (type) {
    case 'ConsentRequested': {
      const { viewer, scope, purpose, until, codeHash, codeUntil } = data;
      return { status: 'requested', consent: data.consent, viewer, asked: { scope, purpose, until }, codeHash, codeUntil };
    }
    case 'ConsentCodeOpened':
      return consent.status === 'requested' ? { ...consent, status: 'opened', subject: data.subject } : consent;
    case 'ConsentGranted': {
      const { viewer, subject, scope, purpose, from, until, toGuardian } = data;
      return { status: 'live', grant: { viewer, subject, scope, purpose, from, until, toGuardian } };
    }
    case 'ConsentDeclined':
      return { status: 'declined', viewer: data.viewer, subject: data.subject };
    case 'ViewDisclosed':
      return consent;
    case 'ConsentRevoked':
    case 'ConsentRelinquished':
    case 'ConsentEnded':
      return consent.status === 'live' ? { status: 'ended', grant: consent.grant } : consent;
  }
}
