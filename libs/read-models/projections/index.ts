import type { EventType } from '../events.js';
import type { Projection } from '../projection.js';
import { accessHandlers, accessLog } from './access-log.js';
import { bases, basisHandlers } from './bases.js';
import { claimHandlers, claims } from './claims.js';
import { copies, copyHandlers } from './copies.js';
import { lockedBarcodes, lockedHandlers } from './locked-barcodes.js';
import { people, personHandlers } from './people.js';
import { resultHandlers, results } from './results.js';

/** Every projection; a table is fed by one. */
export const PROJECTIONS: readonly Projection[] = [copies, people, bases, results, lockedBarcodes, accessLog, claims];

type Handled = keyof (typeof accessHandlers & typeof basisHandlers & typeof claimHandlers & typeof copyHandlers & typeof lockedHandlers & typeof personHandlers & typeof resultHandlers);

/** Event types that no read model shows, and why; a new type fails the build until it is shown or stands here. */
const NOT_SHOWN = {
  IdentityReserved: 'decided on its stream alone',
  IdentityReleased: 'decided on its stream alone',
  ClaimLabelled: 'read off its stream, by whoever wrote it',
  StaffAppointed: 'decided on its stream alone',
  AppointmentEnded: 'decided on its stream alone',
  InstitutionNamed: 'opened on its stream, by whoever shows it',
} as const satisfies Record<Exclude<EventType, Handled>, string>;

/** True for a type that no read model shows: not even read. */
export const isNotShown = (type: string): boolean => Object.hasOwn(NOT_SHOWN, type);
