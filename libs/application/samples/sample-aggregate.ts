import { evolveSample, NO_SAMPLE, type Sample, sampleCodec, type SampleEvent } from '../../domain/sample/index.js';
import type { Aggregate } from '../ledger/index.js';

/** Tubes, as the ledger loads and records them. */
export const sampleAggregate: Aggregate<Sample, SampleEvent> = { codec: sampleCodec, initial: NO_SAMPLE, evolve: evolveSample };
