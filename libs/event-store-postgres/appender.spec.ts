import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { type Append, type ExpectedRevision, MAX_EVENT_BYTES, type StreamName, type Verdict } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';
import { Appender, type AppenderLimits } from './appender.js';
import { CommitBell } from './commit-bell.js';
import { elements, LineDouble, PostgresDouble } from './session.fixture.js';

const NOTHING = new Uint8Array();
const MIB = new Uint8Array(MAX_EVENT_BYTES);

let streams = 0;

/** So many events for a stream that nobody else has. */
const asked = (events = 1, data = NOTHING, [stream, expected]: readonly [StreamName, ExpectedRevision] = [`test-${(streams += 1)}`, 'no-stream']): Append => ({
  stream,
  expected,
  events: Array.from({ length: events }, () => ({ id: EventId(randomUUID()), type: 'Fact', data, metadata: NOTHING })),
});

const opened = (limits: Partial<AppenderLimits> = {}) => {
  const server = new PostgresDouble();
  const line = new LineDouble(server);
  const bell = new CommitBell();
  const appender = new Appender(line, { waiting: 10_000, milliseconds: 60_000, ...limits }, bell);
  /** How many events each transaction brought. */
  const batches = (): readonly number[] => {
    const sizes: number[] = [];
    let isOpen = false;
    for (const { name, values } of server.asked) {
      const events = name.startsWith('append') ? elements(values[0]).length : 0;
      if (name === 'begin' || !isOpen) sizes.push(events);
      else sizes.push((sizes.pop() ?? 0) + events);
      isOpen = name === 'begin' || (isOpen && name !== 'commit');
    }
    return sizes;
  };
  return { server, line, bell, appender, batches };
};

/** A server that is asked and answers when it is told to. */
function held(server: PostgresDouble): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.answering = promise;
  return resolve;
}

/** A round of the event loop. */
const aRound = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));

const kinds = (verdicts: readonly Verdict[]): readonly string[] => verdicts.map(({ kind }) => kind);
const told = async (...verdicts: readonly Promise<readonly Verdict[]>[]): Promise<readonly string[]> => kinds((await Promise.all(verdicts)).flat());

afterEach(() => void jest.restoreAllMocks());

describe('Appends that come in one round of the event loop', () => {
  it('share a batch, in the order in which they came, and each gets its own verdict', async () => {
    const { appender, batches } = opened();
    const [first, second] = [asked(2), asked()];
    const other = appender.appendAll([asked(1, NOTHING, [first.stream, { at: 1n }]), asked(1, NOTHING, [first.stream, { at: 1n }])]);
    // Of a stream that is not there yet: whoever comes first is too early.
    const mine = appender.appendAll([first, second]);
    expect([await other, await mine]).toEqual([
      [{ kind: 'conflict', actual: 'no-stream' }, { kind: 'conflict', actual: 'no-stream' }],
      [{ kind: 'appended', revision: 1n, position: 2n, repeated: false }, { kind: 'appended', revision: 0n, position: 3n, repeated: false }],
    ]);
    expect(batches()[0]).toBe(3);
  });

  it('are also those that answer who was just answered', async () => {
    const { appender, batches } = opened();
    await Promise.all([1, 2].map(async () => {
      await appender.appendAll([asked()]);
      await appender.appendAll([asked()]);
    }));
    expect(batches()).toEqual([2, 2]);
  });

  it('are none: nobody is asked', async () => {
    const { appender, batches } = opened();
    expect(await appender.appendAll([])).toEqual([]);
    expect(batches()).toEqual([]);
  });
});

describe('While a batch is on its way', () => {
  it('whatever comes waits and becomes the next one', async () => {
    const { appender, server, batches } = opened();
    const answer = held(server);
    const verdicts = [appender.appendAll([asked()])];
    await aRound();
    verdicts.push(appender.appendAll([asked(), asked()]));
    await aRound();
    verdicts.push(appender.appendAll([asked(3)]));
    await aRound();
    expect(batches()).toEqual([1]);
    answer();
    expect(await told(...verdicts)).toEqual(['appended', 'appended', 'appended', 'appended']);
    expect(batches()).toEqual([1, 5]);
  });

  it('so many appends may wait; more are unavailable at once, and there is room again when those were taken', async () => {
    const { appender, server } = opened({ waiting: 2 });
    const answer = held(server);
    const first = appender.appendAll([asked()]);
    await aRound();
    const waiting = appender.appendAll([asked(), asked(), asked()]);
    expect(await appender.appendAll([asked()])).toEqual([{ kind: 'unavailable' }]);
    answer();
    expect(await told(first, waiting)).toEqual(['appended', 'appended', 'appended', 'unavailable']);
    expect(kinds(await appender.appendAll([asked(), asked()]))).toEqual(['appended', 'appended']);
  });

  it('64 MiB may wait, to the byte; there is room again when they were taken', async () => {
    const { appender, server } = opened();
    const answer = held(server);
    server.mishap = () => ({ instead: new Error('the connection is lost') });
    for (let times = 0; times < 2; times += 1) {
      const waiting = Array.from({ length: 64 }, () => appender.appendAll([asked(1, MIB)]));
      expect(await appender.appendAll([asked(1, new Uint8Array(1))])).toEqual([{ kind: 'unavailable' }]);
      const nothing = appender.appendAll([asked()]);
      answer();
      expect(new Set(await told(...waiting, nothing))).toEqual(new Set(['unknown']));
    }
  });

  it('what waited too long is unavailable and is not sent; what waited as long as it may, is', async () => {
    const { appender, server, batches } = opened({ milliseconds: 20 });
    const clock = jest.spyOn(performance, 'now').mockReturnValue(100);
    const answer = held(server);
    const first = appender.appendAll([asked()]);
    await aRound();
    const late = appender.appendAll([asked(), asked()]);
    clock.mockReturnValue(101);
    const justInTime = appender.appendAll([asked(2)]);
    clock.mockReturnValue(121);
    answer();
    expect(await told(first, late, justInTime)).toEqual(['appended', 'unavailable', 'unavailable', 'appended']);
    expect(batches()).toEqual([1, 2]);
  });

  it('nobody is asked where all that waited waited too long', async () => {
    const { appender, server, batches } = opened({ milliseconds: 20 });
    const clock = jest.spyOn(performance, 'now').mockReturnValue(100);
    const answer = held(server);
    const first = appender.appendAll([asked()]);
    await aRound();
    const late = appender.appendAll([asked()]);
    clock.mockReturnValue(121);
    answer();
    expect(await told(first, late)).toEqual(['appended', 'unavailable']);
    expect(kinds(await appender.appendAll([asked(3)]))).toEqual(['appended']);
    expect(batches()).toEqual([1, 3]);
  });
});

describe('A batch', () => {
  it.each([
    ['has 5,000 events at most', [2_500, 2_500, 1], [5_000, 1]],
    ['has no more even where a little less would be left', [4_999, 2, 4_998], [4_999, 5_000]],
    ['has more where one append has', [10_000, 1], [10_000, 1]],
  ])('%s', async (_, sizes, expected) => {
    const { appender, batches } = opened();
    expect(new Set(kinds(await appender.appendAll(sizes.map((size) => asked(size)))))).toEqual(new Set(['appended']));
    expect(batches()).toEqual(expected);
  });

  it('has 8 MiB at most, to the byte, or one append', async () => {
    const { appender, batches } = opened();
    const appends = [...Array.from({ length: 8 }, () => asked(1, MIB)), asked(1, new Uint8Array(1)), asked(9, MIB), asked()];
    expect(new Set(kinds(await appender.appendAll(appends)))).toEqual(new Set(['appended']));
    expect(batches()).toEqual([8, 1, 9, 1]);
  });

  it('is given the time that an append may take', async () => {
    const { appender, line } = opened({ milliseconds: 1_234 });
    await appender.appendAll([asked()]);
    expect(line.waited).toEqual([1_234]);
  });
});

describe('An append', () => {
  it('that is too large is told so, and those beside it go in', async () => {
    const { appender } = opened();
    expect(kinds(await appender.appendAll([asked(1, new Uint8Array(MAX_EVENT_BYTES + 1)), asked()]))).toEqual(['too-large', 'appended']);
  });

  it('that only a bug can ask is refused with all that were asked with it', async () => {
    const { appender, batches } = opened();
    await expect(appender.appendAll([asked(), asked(0)])).rejects.toThrow(RangeError);
    expect(batches()).toEqual([]);
  });
});

describe('The bell', () => {
  it('brings what was committed, and rings also where nobody knows; not for who lost', async () => {
    const { appender, server, bell } = opened();
    const first = asked(2);
    await appender.appendAll([first]);
    expect([bell.rings, bell.after(0n, 10).map(({ id, position }) => [id, position])]).toEqual([1, first.events.map(({ id }, index) => [id, BigInt(index + 1)])]);
    await appender.appendAll([asked(1, NOTHING, [first.stream, { at: 7n }])]);
    expect(bell.rings).toBe(1);
    server.mishap = () => ({ instead: new Error('the connection is lost') });
    expect(kinds(await appender.appendAll([asked(), asked()]))).toEqual(['unknown', 'unknown']);
    expect([bell.rings, bell.after(0n, 10).length]).toEqual([2, 2]);
  });

  it('rings before its writer is answered', async () => {
    const { appender, bell } = opened();
    const rings = await appender.appendAll([asked()]).then(() => bell.rings);
    expect(rings).toBe(1);
  });
});

describe('An appender that is closed', () => {
  it('lets the last batch end, and then its session; what comes later is unavailable', async () => {
    const { appender, server, line } = opened();
    const answer = held(server);
    const last = appender.appendAll([asked()]);
    await aRound();
    const closing = appender.close();
    await aRound();
    expect(line.closed).toBe(false);
    expect(await appender.appendAll([asked()])).toEqual([{ kind: 'unavailable' }]);
    answer();
    await closing;
    expect([await told(last), line.closed]).toEqual([['appended'], true]);
  });
});
