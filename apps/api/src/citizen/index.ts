import { EnrolmentsController } from './enrolments.controller.js';
import { MeController } from './me.controller.js';
import { OwnResultsController } from './results.controller.js';
import { SamplingCodesController } from './sampling-codes.controller.js';

/** The citizen's controllers. */
export const citizenControllers = [
  EnrolmentsController,
  MeController,
  OwnResultsController,
  SamplingCodesController,
];
