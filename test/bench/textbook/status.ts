import { CN_1 } from '../../../libs/domain/policy/cn-1.js';
import { type HealthStatus, statusOf } from '../../../libs/domain/status/index.js';
import { type Instant, instant, SampleId } from '../../../libs/kernel/index.js';
import type { ResultEntity } from './entities.js';

/** The same rule on both sides: what differs is how an answer comes about. */
export const statusAt = (results: readonly ResultEntity[], now: Instant): HealthStatus =>
  statusOf(results.map(({ id, result, collectedAt }) => ({ sample: SampleId(id), result, collectedAt: instant(collectedAt.getTime()) })), now, CN_1);
