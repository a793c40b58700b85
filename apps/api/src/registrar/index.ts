import { AccountLinksController } from './account-links.controller.js';
import { AppointmentsController } from './appointments.controller.js';
import { ClaimsController } from './claims.controller.js';
import { CounterEnrolmentsController } from './enrolments.controller.js';
import { RegistryGuardianshipsController } from './guardianships.controller.js';
import { RegistrySamplesController } from './samples.controller.js';

/** The registrar's controllers. */
export const registrarControllers = [
  AccountLinksController,
  AppointmentsController,
  ClaimsController,
  CounterEnrolmentsController,
  RegistryGuardianshipsController,
  RegistrySamplesController,
];
