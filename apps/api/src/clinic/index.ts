import { QuarantineController } from './quarantine.controller.js';
import { ResultsController } from './results.controller.js';
import { SamplesController } from './samples.controller.js';

/** The clinic's controllers. */
export const clinicControllers = [QuarantineController, ResultsController, SamplesController];
