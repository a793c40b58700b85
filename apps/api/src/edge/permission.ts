import type { Role } from '../../../../libs/domain/staff/events.js';
import { ASSURANCE, type Assurance } from '../../../../libs/application/request.js';

/** Who may use a route: `anyone` needs no token, an `account` is signed in, a `citizen` is enrolled, staff hold an appointment in force. `level` is the least assurance. */
export type Permission =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'account' | 'citizen'; readonly level: Assurance }
  | { readonly kind: 'staff'; readonly role: Role; readonly level: Assurance };

/** No token is asked for, and one that is sent is not looked at. */
export const anyone: Permission = { kind: 'anyone' };

/** Signed in, perhaps not enrolled. */
export const account = (level: Assurance): Permission => ({ kind: 'account', level });

/** Signed in and enrolled. */
export const citizen = (level: Assurance): Permission => ({ kind: 'citizen', level });

/** On duty at a clinic. */
export const clinic = (level: Assurance): Permission => ({ kind: 'staff', role: 'clinic', level });

/** On duty at a registry office. */
export const registrar = (level: Assurance): Permission => ({ kind: 'staff', role: 'registrar', level });

/** Appointed to audit. */
export const auditor = (level: Assurance): Permission => ({ kind: 'staff', role: 'auditor', level });

/** True where `level` is at least `least`. */
export const reaches = (level: Assurance, least: Assurance): boolean => ASSURANCE.indexOf(level) >= ASSURANCE.indexOf(least);
