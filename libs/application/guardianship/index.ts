import { ClaimDesk } from './claim-desk.js';
import { ClaimGuardianshipHandler } from './claim-guardianship.js';
import { ClaimSteps } from './claim-steps.js';
import { ClaimWork } from './claim-work.js';
import { CloseClaimHandler } from './close-claim.js';
import { CountersignClaimHandler } from './countersign-claim.js';
import { Dependents } from './dependents.js';
import { EndGuardianshipHandler } from './end-guardianship.js';
import { GuardianshipDesk } from './guardianship-desk.js';
import { MyGuardianshipsHandler } from './my-guardianships.js';
import { NextClaimHandler } from './next-claim.js';
import { ProposeConfirmationHandler } from './propose-confirmation.js';
import { ReinstateGuardianshipHandler } from './reinstate-guardianship.js';
import { SuspendGuardianshipHandler } from './suspend-guardianship.js';
import { SweepClaims } from './sweep-claims.js';

export * from './aggregates.js';
export * from './claim-desk.js';
export * from './claim-guardianship.js';
export * from './close-claim.js';
export * from './countersign-claim.js';
export * from './end-guardianship.js';
export * from './guardianship-desk.js';
export * from './my-guardianships.js';
export * from './next-claim.js';
export * from './propose-confirmation.js';
export * from './reinstate-guardianship.js';
export * from './suspend-guardianship.js';
export * from './sweep-claims.js';

/** Providers of this slice. The API calls `SweepClaims.sweep` at its start and every few seconds. */
export const guardianshipHandlers = [
  ClaimSteps,
  Dependents,
  ClaimWork,
  SweepClaims,
  ClaimDesk,
  GuardianshipDesk,
  ClaimGuardianshipHandler,
  MyGuardianshipsHandler,
  NextClaimHandler,
  ProposeConfirmationHandler,
  CountersignClaimHandler,
  CloseClaimHandler,
  SuspendGuardianshipHandler,
  ReinstateGuardianshipHandler,
  EndGuardianshipHandler,
];
