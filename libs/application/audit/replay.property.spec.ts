import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { citizen, consent, guardianship, NOON } from '../../../test/contract/read-models/facts.js';
import { logOf, longHistories } from '../../../test/kit/long-log.js';
import { MemoryDigests } from '../../../test/kit/memory-digests.js';
import type { Concern, ReplayPoint } from '../../domain/access/replay.js';
import { DAY, type Instant, plus } from '../../kernel/index.js';
import { NoDigests, type PageDigests, type StoredDigest } from '../ports/index.js';
import { replayAccess } from './replay.js';

const concern: fc.Arbitrary<Concern> = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map((n) => ({ subject: citizen(n) })),
  fc.integer({ min: 1, max: 5 }).map((n) => ({ basis: consent(n) })),
  fc.integer({ min: 1, max: 5 }).map((n) => ({ basis: guardianship(n) })),
  fc.constant('everybody' as const),
);

/** A moment by where it lies: per mille of the log, and milliseconds off the time recorded there; or a position. */
const moment = fc.oneof(
  fc.record({ of: fc.nat({ max: 1_000 }), off: fc.constantFrom(0, 0, -1, 1, -DAY, DAY) }),
  fc.record({ position: fc.oneof(fc.nat({ max: 6_000 }), fc.constantFrom(0, 1, 999, 1_000, 1_001, 2_000)) }),
);

function pointOf(where: { readonly of: number; readonly off: number } | { readonly position: number }, times: readonly Instant[]): ReplayPoint {
  if ('position' in where) return { position: BigInt(where.position) };
  return { time: plus(times[Math.floor((where.of * (times.length - 1)) / 1_000)] ?? NOON, where.off) };
}

/** Said once more, without pages: the longest prefix whose recorded times are all at or before the instant. */
function lastOf(point: ReplayPoint, times: readonly Instant[]): bigint {
  if ('now' in point) return BigInt(times.length);
  if ('position' in point) return point.position < BigInt(times.length) ? point.position : BigInt(times.length);
  const beyond = times.findIndex((at) => at > point.time);
  return BigInt(beyond === -1 ? times.length : beyond);
}

/** Ways in which what is kept can have gone wrong. */
const SPOILS: readonly ((digest: StoredDigest) => StoredDigest | undefined)[] = [
  () => undefined,
  (digest) => ({ ...digest, version: digest.version + 1 }),
  (digest) => ({ ...digest, last: '00000000-0000-4000-8000-000000000000' }),
];

it('a replay gives the same bytes with digests, without, and with any that are lost or spoilt; and ends where the rule says', async () => {
  const property = fc.asyncProperty(longHistories, fc.array(fc.tuple(concern, moment), { minLength: 3, maxLength: 4 }), fc.nat(), async (history, questions, luck) => {
    const { store, times } = await logOf(history);
    const digests = await MemoryDigests.of(store);
    const spoilt = digests.spoilt(1 + (luck % Math.max(1, digests.kept.size)), SPOILS[luck % SPOILS.length] ?? (() => undefined));
    for (const [concern, where] of questions) {
      const point = pointOf(where, times);
      const told = (digests: PageDigests) => replayAccess({ store, digests }, concern, point).then((report) => JSON.stringify(report));
      const fromZero = await told(new NoDigests());
      expect(JSON.parse(fromZero)).toMatchObject({ position: String(lastOf(point, times)) });
      expect([await told(digests), await told(spoilt)]).toEqual([fromZero, fromZero]);
    }
  });
  await fc.assert(property, { numRuns: 8, endOnFailure: true });
}, 120_000);
