import { EnrolmentsController } from './enrolments.controller.js';
import { MeController } from './me.controller.js';

/** The citizen's controllers. */
export const citizenControllers = [
  EnrolmentsController,
  MeController,
];
