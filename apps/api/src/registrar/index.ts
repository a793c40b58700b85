import { AccountLinksController } from './account-links.controller.js';
import { AppointmentsController } from './appointments.controller.js';
import { CounterEnrolmentsController } from './enrolments.controller.js';

/** The registrar's controllers. */
export const registrarControllers = [
  AccountLinksController,
  AppointmentsController,
  CounterEnrolmentsController,
];
