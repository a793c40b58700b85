import { type ActualRevision, type Append, type ExpectedRevision, MAX_REVISION, type NewEvent, type RecordedEvent, type StreamName, type Verdict } from '../event-store/index.js';

/** What stands somewhere in a stream. */
export interface Stood {
  readonly id: string;
  readonly position: bigint;
}

/** What the log holds of the streams of a batch, as read under the log's lock. A stream that does not exist has no head. */
export interface LogState {
  readonly position: bigint;
  readonly heads: ReadonlyMap<StreamName, bigint>;
  /** What stands where `overlaps` asked. */
  readonly stood: (stream: StreamName, revision: bigint) => Stood | undefined;
}

/** A verdict for each append of a batch, and the events that go in, numbered, in order. */
export interface Judgement {
  readonly verdicts: readonly Verdict[];
  readonly placed: readonly RecordedEvent[];
}

/** Part of a stream, ends included. */
export interface Part {
  readonly stream: StreamName;
  readonly low: bigint;
  readonly high: bigint;
}

/** Where appends expect a place that the stream has passed: they are conflicts, unless their own events stand there. Those ids have to be read. */
export function overlaps(appends: readonly Append[], heads: ReadonlyMap<StreamName, bigint>): readonly Part[] {
  return appends.flatMap(({ stream, expected, events }) => {
    const head = heads.get(stream);
    const low = firstOf(expected);
    if (head === undefined || low === undefined || low > head) return [];
    const high = low + BigInt(events.length) - 1n;
    return [{ stream, low, high: high < head ? high : head }];
  });
}

/**
 * Judges a batch in its order. An append that wins moves its stream's head for those behind it; one that loses moves nothing and takes no number, so
 * what was queued on top of it loses too.
 */
export function judge(appends: readonly Append[], log: LogState): Judgement {
  const placed: RecordedEvent[] = [];
  const added = new Map<StreamName, RecordedEvent[]>();

  const headOf = (stream: StreamName): bigint => (log.heads.get(stream) ?? -1n) + BigInt(added.get(stream)?.length ?? 0);

  const stood = (stream: StreamName, revision: bigint): Stood | undefined => {
    const stored = log.heads.get(stream) ?? -1n;
    return revision <= stored ? log.stood(stream, revision) : added.get(stream)?.[Number(revision - stored - 1n)];
  };

  const place = (stream: StreamName, events: readonly NewEvent[]): Verdict => {
    const before = headOf(stream);
    if (before + BigInt(events.length) > MAX_REVISION) return { kind: 'too-large' };
    const mine = events.map((event, index): RecordedEvent => {
      const ordinal = BigInt(index + 1);
      return { ...event, stream, revision: before + ordinal, position: log.position + BigInt(placed.length) + ordinal };
    });
    const others = added.get(stream);
    if (others === undefined) added.set(stream, [...mine]);
    else others.push(...mine);
    placed.push(...mine);
    return { kind: 'appended', revision: before + BigInt(mine.length), position: log.position + BigInt(placed.length), repeated: false };
  };

  const verdicts = appends.map(({ stream, expected, events }): Verdict => {
    const first = firstOf(expected);
    const head = headOf(stream);
    if (first === undefined || first === head + 1n) return place(stream, events);
    const standing = events.map((_, index) => stood(stream, first + BigInt(index)));
    const last = standing.at(-1);
    if (last === undefined || !standing.every((one, index) => one?.id === events[index]?.id)) return { kind: 'conflict', actual: actual(head) };
    return { kind: 'appended', revision: first + BigInt(events.length - 1), position: last.position, repeated: true };
  });
  return { verdicts, placed };
}

/** A judgement that was made for an empty log, in one whose newest event is at `head`. */
export const numberedAfter = (head: bigint, { verdicts, placed }: Judgement): Judgement => ({
  verdicts: verdicts.map((verdict) => (verdict.kind === 'appended' ? { ...verdict, position: verdict.position + head } : verdict)),
  placed: placed.map((event) => ({ ...event, position: event.position + head })),
});

const firstOf = (expected: ExpectedRevision): bigint | undefined => (expected === 'any' ? undefined : expected === 'no-stream' ? 0n : expected.at + 1n);

const actual = (head: bigint): ActualRevision => (head < 0n ? 'no-stream' : { at: head });
