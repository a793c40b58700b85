import { BasesController } from './bases.controller.js';
import { ConsentsController } from './consents.controller.js';
import { DisclosuresController } from './disclosures.controller.js';
import { DutiesController } from './duties.controller.js';
import { EnrolmentsController } from './enrolments.controller.js';
import { MeController } from './me.controller.js';
import { OwnResultsController } from './results.controller.js';
import { SamplingCodesController } from './sampling-codes.controller.js';
import { ViewsController } from './views.controller.js';

/** The citizen's controllers. */
export const citizenControllers = [
  EnrolmentsController,
  MeController,
  DutiesController,
  OwnResultsController,
  SamplingCodesController,
  ConsentsController,
  ViewsController,
  BasesController,
  DisclosuresController,
];
