import type { ClearDataOf } from '../events.js';
import { Basis, type BasisState, type Copy, ProxyViewRow } from '../entities.js';
import { change, type Handlers, projection, put, type Touch } from '../projection.js';

const at = (instant: number): Date => new Date(instant);

const requested = (data: ClearDataOf<'ConsentRequested'>, copy: Copy): Touch<Basis> =>
  put(data.consent, {
    basis: data.consent,
    kind: 'consent',
    viewer: data.viewer,
    subject: null,
    state: 'requested',
    scope: data.scope,
    purposes: data.purpose,
    validFrom: null,
    validUntil: at(data.until),
    codeUntil: at(data.codeUntil),
    requested: copy.position,
    granted: null,
    changedAt: at(data.at),
  });

const granted = (data: ClearDataOf<'ConsentGranted'>, copy: Copy): Touch<Basis> => ({
  key: data.consent,
  evolve: (row) => ({
    basis: data.consent,
    kind: 'consent',
    viewer: data.viewer,
    subject: data.subject,
    state: 'live',
    scope: data.scope,
    purposes: data.purpose,
    validFrom: at(data.from),
    validUntil: at(data.until),
    codeUntil: null,
    requested: row?.requested ?? null,
    granted: copy.position,
    changedAt: at(data.at),
  }),
});

const confirmed = (data: ClearDataOf<'GuardianshipConfirmed'>, copy: Copy): Touch<Basis> =>
  put(data.guardianship, {
    basis: data.guardianship,
    kind: 'guardianship',
    viewer: data.guardian,
    subject: data.dependent,
    state: 'live',
    scope: data.scope,
    purposes: data.purposes.join(','),
    validFrom: at(data.from),
    validUntil: at(Math.min(data.reviewAt, data.until ?? data.reviewAt)),
    codeUntil: null,
    requested: null,
    granted: copy.position,
    changedAt: at(data.at),
  });

type ConsentAct = ClearDataOf<'ConsentCodeOpened'>;
const becomes = (state: BasisState) => (data: ConsentAct): Touch<Basis> => change(data.consent, (row) => ({ ...row, state, subject: data.subject, changedAt: at(data.at) }));

/** Moves a guardianship on from the states named; what is over stays over. */
const moves =
  (state: BasisState, ...from: readonly BasisState[]) =>
  (data: ClearDataOf<'GuardianshipSuspended'>): Touch<Basis> =>
    change(data.guardianship, (row) => (from.includes(row.state) ? { ...row, state, changedAt: at(data.at) } : row));

/** What becomes of a basis. */
export const basisHandlers = {
  ConsentRequested: requested,
  ConsentCodeOpened: becomes('opened'),
  ConsentGranted: granted,
  ConsentDeclined: becomes('declined'),
  ConsentRevoked: becomes('ended'),
  ConsentRelinquished: becomes('ended'),
  ConsentEnded: becomes('ended'),
  GuardianshipConfirmed: confirmed,
  GuardianshipSuspended: moves('suspended', 'live'),
  GuardianshipReinstated: moves('live', 'suspended'),
  GuardianshipEnded: moves('ended', 'live', 'suspended'),
} satisfies Handlers<Basis>;

/** In the proxy view from the event that makes a basis live to the one that ends or suspends it; no clock takes a row out. */
function proxyViewOf(row: Basis): ProxyViewRow | undefined {
  const { basis, kind, viewer, subject, state, scope, purposes, validFrom, validUntil } = row;
  if (state !== 'live' || subject === null || validFrom === null) return undefined;
  return { basis, kind, viewer, subject, scope, purposes, validFrom, validUntil, requested: row.requested };
}

/** Who may look, and at whom: the parties' lists and, derived from them, the proxy view. */
export const bases = projection(Basis, basisHandlers, { derived: { entity: ProxyViewRow, from: proxyViewOf } });
