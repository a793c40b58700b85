import type { SampleEvent, TestResult } from '../../domain/sample/index.js';
import { opened, type SampleId } from '../../kernel/index.js';

/** A result that stands, opened. */
export interface StandingResult {
  readonly sample: SampleId;
  readonly corrected: boolean;
  readonly result: TestResult;
}

/** The results behind the events that stand (as read models hold them, one a sample), newest collected first. What cannot be opened is not there. */
export function standingResults(events: readonly SampleEvent[]): readonly StandingResult[] {
  return events
    .flatMap((event) => {
      if (event.type !== 'ResultRecorded' && event.type !== 'ResultCorrected') return [];
      const result = opened(event.data.result);
      return result === undefined ? [] : [{ sample: event.data.sample, corrected: event.type === 'ResultCorrected', result }];
    })
    .toSorted((a, b) => b.result.collectedAt - a.result.collectedAt || (a.sample < b.sample ? -1 : 1));
}
