import { type Append, type ExpectedRevision, MAX_REVISION, type StreamName } from '../event-store/index.js';
import type { Known } from './known.js';
import { judge, type Judgement, overlaps } from './verdicts.js';

/** The judgement of a batch that nobody has looked up anything for. It holds where the log has every event of `needed`, and its own events go in: a place of a stream is taken once. */
export interface Guess {
  readonly judgement: Judgement;
  readonly needed: readonly (readonly [StreamName, bigint])[];
}

/**
 * Judges a batch as if each stream were where the most advanced of its writers believes it to be: a writer has nearly always read what it builds on. Undefined where that cannot be
 * right or says too little: somebody asked `any`, or believes a stream to be where no more fits, or expects a place
 * that it has passed for sure, where it has to be looked up whose events stand there.
 */
export function guess(appends: readonly Append[], known: Known): Guess | undefined {
  const heads = new Map<StreamName, bigint>();
  for (const { stream, expected, events } of appends) {
    const believed = believedHead(expected);
    if (believed === undefined || believed + BigInt(events.length) > MAX_REVISION) return undefined;
    const furthest = heads.get(stream) ?? known.get(stream) ?? -1n;
    heads.set(stream, believed > furthest ? believed : furthest);
  }
  if (overlaps(appends, heads).length > 0) return undefined;
  const needed = [...heads].filter(([stream, head]) => head > (known.get(stream) ?? -1n));
  return { judgement: judge(appends, { position: 0n, heads, stood: () => undefined }), needed };
}

const believedHead = (expected: ExpectedRevision): bigint | undefined => (expected === 'any' ? undefined : expected === 'no-stream' ? -1n : expected.at);
