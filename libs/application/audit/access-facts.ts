import type { AccessFact } from '../../domain/access/replay.js';
import type { AnyEvent } from '../../domain/catalogue.js';

const ACCESS_FACTS = new Set<string>([
  'ConsentRequested',
  'ConsentCodeOpened',
  'ConsentGranted',
  'ConsentDeclined',
  'ConsentRevoked',
  'ConsentRelinquished',
  'ConsentEnded',
  'ViewDisclosed',
  'ViewRefused',
  'GuardianshipConfirmed',
  'GuardianshipSuspended',
  'GuardianshipReinstated',
  'GuardianshipEnded',
] satisfies readonly AccessFact['type'][]);

/** True for an event that says who may look or did. */
export const isAccessFact = (event: AnyEvent): event is AccessFact => isAccessType(event.type);

/** The same, by its type alone. */
export const isAccessType = (type: string): boolean => ACCESS_FACTS.has(type);
