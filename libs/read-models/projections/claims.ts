import { Claim } from '../entities.js';
import { change, type Handlers, projection, put } from '../projection.js';

const at = (instant: number): Date => new Date(instant);
const UNDEALT = { dealtTo: null, dealtUntil: null } as const;

/** How a claim moves through the registrars' hands. */
export const claimHandlers = {
  GuardianshipClaimed: (data, copy) =>
    put(data.claim, {
      claim: data.claim,
      claimant: data.claimant,
      stage: 'new',
      received: copy.position,
      receivedAt: at(data.at),
      ...UNDEALT,
      proposer: null,
      proposerOffice: null,
      dependent: null,
      guardianship: null,
      closed: null,
      changedAt: at(data.at),
      erasedAt: null,
    }),
  ClaimDealt: (data) => change(data.claim, (row) => ({ ...row, dealtTo: data.registrar, dealtUntil: at(data.until), changedAt: at(data.at) })),
  ConfirmationProposed: (data) => change(data.claim, (row) => ({ ...row, ...UNDEALT, stage: 'proposed', proposer: data.registrar, proposerOffice: data.office, changedAt: at(data.at) })),
  // Also behind a confirmation, where two finish one claim at once and one of them is slow: that one had not heard of it, and what was confirmed stays so.
  ClaimCountersigned: (data) =>
    change(data.claim, (row) => (row.stage === 'confirmed' ? row : { ...row, ...UNDEALT, stage: 'countersigned', dependent: data.dependent, guardianship: data.guardianship, changedAt: at(data.at) })),
  GuardianshipConfirmed: (data) => change(data.claim, (row) => ({ ...row, stage: 'confirmed', dependent: data.dependent, guardianship: data.guardianship, changedAt: at(data.at) })),
  ClaimClosed: (data, copy) => change(data.claim, (row) => ({ ...row, ...UNDEALT, stage: 'closed', closed: copy.position, changedAt: at(data.at) })),
  ClaimErased: (data) => change(data.claim, (row) => ({ ...row, erasedAt: at(data.at) })),
} satisfies Handlers<Claim>;

/** The registrars' queue, and what a claimant sees of it. */
export const claims = projection(Claim, claimHandlers);
