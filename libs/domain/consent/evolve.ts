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
      return ended(consent, 'subject');
    case 'ConsentRelinquished':
      return ended(consent, 'viewer');
    case 'ConsentEnded':
      return ended(consent, 'closing');
  }
}

const ended = (consent: Consent, by: 'subject' | 'viewer' | 'closing'): Consent => (consent.status === 'live' ? { status: 'ended', grant: consent.grant, by } : consent);
