import { CorrectResultHandler } from './correct-result.js';
import { FindSampleHandler } from './find-sample.js';
import { ImportResultsHandler } from './import-results.js';
import { IssueSamplingCodeHandler } from './issue-sampling-code.js';
import { MyResultsHandler } from './my-results.js';
import { PageDesk } from './page-desk.js';
import { QuarantineHandler } from './quarantine.js';
import { RegisterSampleHandler } from './register-sample.js';
import { ReleaseBarcodeHandler } from './release-barcode.js';
import { SampleDesk } from './sample-desk.js';
import { WithdrawResultHandler } from './withdraw-result.js';

export * from './card-codes.js';
export { CorrectResult } from './correct-result.js';
export { FindSample } from './find-sample.js';
export { ImportResults } from './import-results.js';
export { IssueSamplingCode, type SamplingCodeShown } from './issue-sampling-code.js';
export { MyResults, type OwnResult } from './my-results.js';
export type { LabLine, RowVerdict } from './page-desk.js';
export { type Locked, Quarantine, type QuarantinePage } from './quarantine.js';
export { RegisterSample, type SampleShown } from './register-sample.js';
export { ReleaseBarcode } from './release-barcode.js';
export type { SampleState } from './sample-desk.js';
export * from './standing-results.js';
export { WithdrawResult } from './withdraw-result.js';

/** What this slice adds to the module. */
export const samplesHandlers = [
  CorrectResultHandler,
  FindSampleHandler,
  ImportResultsHandler,
  IssueSamplingCodeHandler,
  MyResultsHandler,
  PageDesk,
  QuarantineHandler,
  RegisterSampleHandler,
  ReleaseBarcodeHandler,
  SampleDesk,
  WithdrawResultHandler,
];
