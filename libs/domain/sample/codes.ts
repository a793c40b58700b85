/** LOINC: nucleic acid amplification, and rapid antigen. */
export const TEST_TYPES = ['LP6464-4', 'LP217198-3'] as const;

/** SNOMED CT: COVID-19. */
export const DISEASE = '840539006';

/** SNOMED CT: not detected, detected, inconclusive. */
export const RESULTS = ['260415000', '260373001', '419984006'] as const;

/** What an import says about a row, a closed set. `busy` is not about the row: it was not judged, send it again. */
export const VERDICTS = ['recorded', 'already-recorded', 'conflict', 'format', 'test-type', 'disease', 'result', 'time', 'barcode', 'identity', 'busy'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A result that may not be: what is wrong with it, in the order it is looked for. */
export type TestFault = 'test-type' | 'disease' | 'result' | 'time';
