import type { ClearDataOf } from '../events.js';
import { type Copy, StandingResult } from '../entities.js';
import { type Handlers, projection, put, remove, type Touch } from '../projection.js';

const stands = ({ sample, citizen }: ClearDataOf<'ResultRecorded'>, { position }: Copy): Touch<StandingResult> => put(sample, { sample, subject: citizen, position });

/** What stands for a sample. */
export const resultHandlers = {
  ResultRecorded: stands,
  ResultCorrected: stands,
  ResultWithdrawn: ({ sample }) => remove(sample),
} satisfies Handlers<StandingResult>;

/** Everybody's standing results: their own list, and what a live basis shows. */
export const results = projection(StandingResult, resultHandlers);
