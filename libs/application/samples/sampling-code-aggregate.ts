import { evolveSamplingCode, NO_SAMPLING_CODE, type SamplingCode, samplingCodeCodec, type SamplingCodeEvent } from '../../domain/sample/index.js';
import type { Aggregate } from '../ledger/index.js';

/** Sampling codes, as the ledger loads and records them. */
export const samplingCodeAggregate: Aggregate<SamplingCode, SamplingCodeEvent> = { codec: samplingCodeCodec, initial: NO_SAMPLING_CODE, evolve: evolveSamplingCode };
