import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { again, append, fact, facts, freshStream, idsOf } from '../../test/contract/event-store/facts.js';
import type { Outcome } from '../../test/kit/kurrentdb-double/log.js';
import { type Instead, Unwired } from '../../test/kit/kurrentdb-double/unwired.js';
import type { Append, StreamName } from '../event-store/index.js';
import { Attempts } from './attempts.js';
import { CallFailed, type FailureKind } from './failure.js';
import { Reader } from './reader.js';

/** How long an append may take, in milliseconds of a clock that stands. */
const DEADLINE = 1_000;

let now = 0;
let server: Unwired;
let reader: Reader;
let attempts: Attempts;

beforeEach(() => {
  now = 10_000;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  server = new Unwired();
  reader = new Reader(server, 60_000);
  attempts = new Attempts(server, reader, DEADLINE);
});
afterEach(() => void jest.restoreAllMocks());

/** A stream with so many events. */
async function streamOf(count: number): Promise<{ readonly stream: StreamName; readonly first: Append }> {
  const first = append(freshStream(), 'no-stream', ...facts(count));
  expect(await attempts.judge(first)).toMatchObject({ kind: 'appended', revision: BigInt(count - 1), repeated: false });
  return { stream: first.stream, first };
}

/** Somebody else appends to it. */
function comeBetween(stream: StreamName): void {
  server.log.append(stream, 'any', [{ id: randomUUID(), type: 'Other', contentType: '', data: new Uint8Array(), metadata: randomBytes(16) }]);
}

const failing = (kind: FailureKind) => async (): Promise<never> => {
  throw new CallFailed(kind);
};
const appended = (revision: bigint, repeated = false) => ({ kind: 'appended', revision, repeated, position: expect.any(BigInt) });
const conflict = (at: bigint) => ({ kind: 'conflict', actual: { at } });
const given = (call: 'append' | 'read'): readonly number[] => server.asked.filter((each) => each.call === call).map(({ milliseconds }) => milliseconds);

describe('An append', () => {
  it('goes in where its stream is where it should be, with the place that the server says', async () => {
    const { stream } = await streamOf(2);
    const events = facts(3);
    const verdict = await attempts.judge(append(stream, { at: 1n }, ...events));
    const standing = await reader.readMany([{ stream, from: 2n }]);
    expect(verdict).toEqual({ kind: 'appended', revision: 4n, position: standing[0]?.[2]?.position, repeated: false });
    expect(standing.map(idsOf)).toEqual([idsOf(events)]);
  });

  it('does not where it is not: what stands at its place has other ids, or it is not there yet', async () => {
    const { stream } = await streamOf(3);
    expect(await attempts.judge(append(stream, 'no-stream', fact()))).toEqual(conflict(2n));
    expect(await attempts.judge(append(stream, { at: 1n }, fact()))).toEqual(conflict(2n));
    expect(await attempts.judge(append(stream, { at: 7n }, fact()))).toEqual(conflict(2n));
    expect(await attempts.judge(append(freshStream(), { at: 0n }, fact()))).toEqual({ kind: 'conflict', actual: 'no-stream' });
  });

  it('whose ids stand at its place, all of them and in order, is told its first answer again', async () => {
    const { first } = await streamOf(2);
    const [[, last] = []] = await reader.readMany([first]);
    expect(await attempts.judge({ ...first, events: first.events.map(again) })).toEqual({ kind: 'appended', revision: 1n, position: last?.position, repeated: true });
    for (const events of [first.events.toReversed(), [...first.events.slice(0, 1), fact()], [fact(), ...first.events.slice(1)]]) expect(await attempts.judge({ ...first, events })).toEqual(conflict(1n));
  });

  it('that is longer than what stands is a conflict, and nobody reads for it', async () => {
    const { first } = await streamOf(2);
    expect(await attempts.judge({ ...first, events: [...first.events, fact()] })).toEqual(conflict(1n));
    expect(given('read')).toEqual([]);
  });

  it('is given what is left of its time, and so is the read that it waits for', async () => {
    const { first } = await streamOf(1);
    server.appends.push(async (through) => {
      now += 300;
      return through();
    });
    expect(await attempts.judge(first)).toMatchObject({ repeated: true });
    expect(given('append')).toEqual([DEADLINE, DEADLINE]);
    expect(given('read')).toEqual([DEADLINE - 300]);
  });

  it('is unknown where its answer was lost, and unavailable where it failed otherwise', async () => {
    for (const [kind, verdict] of [['lost', 'unknown'], ['moved', 'unavailable'], ['not-sent', 'unavailable'], ['not-ready', 'unavailable'], ['refused', 'unavailable']] as const) {
      server.appends.push(failing(kind));
      expect(await attempts.judge(append(freshStream(), 'no-stream', fact()))).toEqual({ kind: verdict });
    }
  });

  it('is unknown where what stands at its place cannot be read', async () => {
    const { first } = await streamOf(1);
    server.reads.push(failing('not-sent'));
    expect(await attempts.judge(first)).toEqual({ kind: 'unknown' });
  });

  it('fails with what is a bug', async () => {
    const bug = new TypeError('a bug');
    server.appends.push(() => Promise.reject(bug));
    await expect(attempts.judge(append(freshStream(), 'no-stream', fact()))).rejects.toBe(bug);
  });

  it.each<readonly [string, (answer: streams.AppendResp) => void]>([
    ['that it succeeded', (answer) => answer.clearSuccess()],
    ['where', (answer) => answer.getSuccess()?.clearPosition()],
  ])('is unknown where the server does not say %s', async (_, left) => {
    server.finish = left;
    expect(await attempts.judge(append(freshStream(), 'no-stream', fact()))).toEqual({ kind: 'unknown' });
  });

  it('to a stream that was deleted and goes on elsewhere fails: that is not the history it was decided on', async () => {
    const { stream } = await streamOf(3);
    server.log.delete(stream);
    await expect(attempts.judge(append(stream, 'no-stream', ...facts(2)))).rejects.toThrow('a stream was cut: what should be its revision 1 is its revision 4');
  });
});

describe('An append whose place is taken, and nobody can read by whom,', () => {
  const stranded: Instead<Outcome> = async (through) => {
    server.log.stranding(through);
    throw new CallFailed('lost');
  };
  const strand = async (...events: Append['events']): Promise<Append> => {
    const asked = append(freshStream(), 'no-stream', ...events);
    server.appends.push(stranded);
    expect(await attempts.judge(asked)).toEqual({ kind: 'unknown' });
    server.asked.length = 0;
    return asked;
  };
  const onceAskedAgain = (settle: () => void): void => {
    server.appends.push(async (through) => through(), async (through) => {
      settle();
      return through();
    });
  };

  it.each([[true], [false]])('is sent again until that is decided (%p)', async (kept) => {
    const asked = await strand(...facts(2));
    onceAskedAgain(() => server.log.settle(kept));
    expect(await attempts.judge(asked)).toEqual(appended(1n, kept));
    expect(given('append')).toEqual([DEADLINE, DEADLINE]);
  });

  it('is not told that it stands as long as some of it cannot be read', async () => {
    const asked = await strand(...facts(2));
    onceAskedAgain(() => server.log.settle(true));
    server.reads.push(async () => [], async (through) => through().slice(0, 1));
    expect(await attempts.judge(asked)).toEqual(appended(1n, true));
    expect(given('append')).toEqual([DEADLINE, DEADLINE, DEADLINE]);
  });

  // Twice as long each time, from five milliseconds to two hundred: it gives up where the next pause would end too late.
  it.each([[4, 1], [6, 2], [14, 3], [39, 4], [79, 5], [159, 6], [199, 7]])('is unknown once nothing is decided within its time: %i ms, asked %i times', async (left, times) => {
    const hasty = new Attempts(server, reader, left);
    const asked = await strand(fact());
    expect(await hasty.judge(asked)).toEqual({ kind: 'unknown' });
    expect(given('append')).toHaveLength(times);
  });

  it('is asked again as long as a pause just ends in time, and never pauses longer than two hundred milliseconds', async () => {
    const asked = await strand(fact());
    const last = 9;
    server.appends.push(...Array.from({ length: last }, (): Instead<Outcome> => async (through) => through()), async (through) => {
      server.log.settle(true);
      return through();
    });
    expect(await new Attempts(server, reader, 200).judge(asked)).toEqual(appended(0n, true));
    expect(given('append')).toHaveLength(last + 1);
  });
});

describe('An append that expects nothing', () => {
  it('goes wherever its stream ends', async () => {
    const asked = append(freshStream(), 'any', fact());
    expect(await attempts.judge(asked)).toEqual(appended(0n));
    expect(await attempts.judge(append(asked.stream, 'any', ...facts(2)))).toEqual(appended(2n));
    // Never taken for a repetition: it may not be retried.
    expect(await attempts.judge(asked)).toEqual(appended(3n));
    expect(given('append')).toHaveLength(3);
  });

  it('goes where it ends by now, where somebody came in between', async () => {
    const { stream } = await streamOf(1);
    const between: Instead<Outcome> = async (through) => {
      comeBetween(stream);
      return through();
    };
    server.appends.push(between, between);
    expect(await attempts.judge(append(stream, 'any', fact()))).toEqual(appended(3n));
    server.appends.push(async (through) => {
      server.log.cut(stream, 9n);
      return through();
    });
    expect(await attempts.judge(append(stream, 'any', fact()))).toEqual(appended(0n));
  });

  it('is unavailable where somebody comes in between until its time is over, each time with what is left of it', async () => {
    const { stream } = await streamOf(1);
    server.asked.length = 0;
    const between: Instead<Outcome> = async (through) => {
      now += DEADLINE / 2;
      comeBetween(stream);
      return through();
    };
    server.appends.push(between, between);
    expect(await attempts.judge(append(stream, 'any', fact()))).toEqual({ kind: 'unavailable' });
    expect(given('append')).toEqual([DEADLINE, DEADLINE / 2]);
    expect(given('read')).toEqual([DEADLINE]);
  });

  it('was not sent where it cannot be read where its stream ends', async () => {
    server.reads.push(failing('lost'));
    expect(await attempts.judge(append(freshStream(), 'any', fact()))).toEqual({ kind: 'unavailable' });
    expect(given('append')).toEqual([]);
  });

  it('fails with what is a bug', async () => {
    const bug = new TypeError('a bug');
    const asking = new Attempts(server, { readMany: () => Promise.reject(bug) }, DEADLINE);
    await expect(asking.judge(append(freshStream(), 'any', fact()))).rejects.toBe(bug);
  });
});
