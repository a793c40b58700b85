import { Copy } from '../entities.js';
import { type Handlers, projection, put, type Touch } from '../projection.js';
import { accessHandlers } from './access-log.js';

const copied = (_data: object, copy: Copy): Touch<Copy> => put(copy.position, copy);
const shown = Object.fromEntries(Object.keys(accessHandlers).map((type) => [type, copied])) as Record<keyof typeof accessHandlers, typeof copied>;

/** Copies of what rows refer to. A copy stays when its row goes: it is sealed, and reached only through a row. */
export const copyHandlers = {
  ...shown,
  CitizenEnrolled: copied,
  ContactChanged: copied,
  ConsentRequested: copied,
  ConsentGranted: copied,
  GuardianshipConfirmed: copied,
  ClaimClosed: copied,
  ResultRecorded: copied,
  ResultCorrected: copied,
} satisfies Handlers<Copy>;

/** Sealed copies of events, by position. */
export const copies = projection(Copy, copyHandlers, { writeOnce: true });
