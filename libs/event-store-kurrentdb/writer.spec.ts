import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { append, fact, freshStream } from '../../test/contract/event-store/facts.js';
import { type Append, MAX_EVENT_BYTES, type StreamName, type Verdict } from '../event-store/index.js';
import { type Patience, Writer } from './writer.js';

const PATIENCE: Patience = { waiting: 10_000, milliseconds: 1_000 };
/** How many are on their way at once. */
const SIDE_BY_SIDE = 256;
const MIB = new Uint8Array(MAX_EVENT_BYTES - 4);

let now = 0;
beforeEach(() => {
  now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => void jest.restoreAllMocks());

/** Until whoever can be sent is. */
const aRound = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));

const done: Verdict = { kind: 'appended', revision: 0n, position: 1n, repeated: false };
const [UNKNOWN, UNAVAILABLE, TOO_LARGE] = [{ kind: 'unknown' }, { kind: 'unavailable' }, { kind: 'too-large' }] as const;
const asked = (stream: StreamName = freshStream(), data?: Uint8Array): Append => append(stream, 'no-stream', fact(data));
const several = (count: number, stream?: StreamName, data?: Uint8Array): readonly Append[] => Array.from({ length: count }, () => asked(stream, data));

/** A writer, and what it has sent, which is judged by hand. */
function opened(patience: Partial<Patience> = {}) {
  const sent: { readonly append: Append; readonly judge: (verdict: Verdict) => void; readonly fail: (error: unknown) => void }[] = [];
  const judge = (append: Append): Promise<Verdict> => {
    const { promise, resolve, reject } = Promise.withResolvers<Verdict>();
    sent.push({ append, judge: resolve, fail: reject });
    return promise;
  };
  const writer = new Writer({ judge }, { ...PATIENCE, ...patience });
  const next = (verdict = done): void => sent.shift()?.judge(verdict);
  const all = async (): Promise<void> => {
    for (; sent.length > 0; await aRound()) next();
  };
  return { writer, sent, next, all, streams: () => sent.map(({ append }) => append) };
}

describe('Appends to many streams', () => {
  it('are sent side by side, and each gets its own verdict', async () => {
    const { writer, sent, streams } = opened();
    const appends = several(3);
    const verdicts = writer.appendAll(appends);
    expect(streams()).toEqual(appends);
    sent[2]?.judge(done);
    sent[1]?.judge({ kind: 'conflict', actual: 'no-stream' });
    sent[0]?.judge(UNKNOWN);
    expect(await verdicts).toEqual([UNKNOWN, { kind: 'conflict', actual: 'no-stream' }, done]);
  });

  it('are so many at once: the others go when there is room', async () => {
    const { writer, next, all, streams } = opened();
    const appends = several(SIDE_BY_SIDE + 3);
    const verdicts = writer.appendAll(appends);
    expect(streams()).toEqual(appends.slice(0, SIDE_BY_SIDE));
    next();
    await aRound();
    expect(streams()).toEqual(appends.slice(1, SIDE_BY_SIDE + 1));
    await all();
    expect(await verdicts).toEqual(appends.map(() => done));
  });
});

describe('Appends to one stream', () => {
  it('are sent one after another, in the order they came', async () => {
    const { writer, next, streams } = opened();
    const stream = freshStream();
    const [first, second, third] = [asked(stream), asked(stream), asked(stream)];
    const verdicts = [writer.appendAll([first, second]), writer.appendAll([third])];
    for (const append of [first, second, third]) {
      expect(streams()).toEqual([append]);
      next();
      await aRound();
    }
    expect((await Promise.all(verdicts)).flat()).toEqual([done, done, done]);
    const later = writer.appendAll([first]);
    expect(streams()).toEqual([first]);
    next();
    await later;
  });

  it('let those go first that wait for a place', async () => {
    const { writer, next, all, streams } = opened();
    const stream = freshStream();
    const [mine, others, waiting] = [several(2, stream), several(SIDE_BY_SIDE - 1), asked()];
    const verdicts = writer.appendAll([...mine, ...others, waiting]);
    next();
    await aRound();
    expect(streams().at(-1)).toBe(waiting);
    next();
    await aRound();
    expect(streams().at(-1)).toBe(mine[1]);
    await all();
    expect(await verdicts).toHaveLength(SIDE_BY_SIDE + 2);
  });

  it.each([[UNKNOWN], [UNAVAILABLE]])('behind one that failed get the same verdict, unsent, and those that come later are sent: %p', async (verdict) => {
    const { writer, next, streams } = opened();
    const stream = freshStream();
    const verdicts = writer.appendAll(several(3, stream));
    next(verdict);
    expect(await verdicts).toEqual([verdict, verdict, verdict]);
    expect(streams()).toEqual([]);
    const later = asked(stream);
    const judged = writer.appendAll([later]);
    await aRound();
    expect(streams()).toEqual([later]);
    next();
    expect(await judged).toEqual([done]);
  });

  it('behind one that lost are sent all the same', async () => {
    const { writer, next } = opened();
    const lost: Verdict = { kind: 'conflict', actual: { at: 7n } };
    const verdicts = writer.appendAll(several(2, freshStream()));
    next(lost);
    await aRound();
    next();
    expect(await verdicts).toEqual([lost, done]);
  });

  it('fail with what is a bug, and nobody behind it does', async () => {
    const { writer, sent, next } = opened();
    const [bug, stream] = [new TypeError('a bug'), freshStream()];
    const [failed, behind] = [writer.appendAll([asked(stream)]), writer.appendAll([asked(stream)])];
    sent.shift()?.fail(bug);
    await expect(failed).rejects.toBe(bug);
    await aRound();
    next();
    expect(await behind).toEqual([done]);
    await writer.close();
  });
});

describe('An append', () => {
  it('that waited longer than it may is not sent, nor are those behind it; one that waited just as long is', async () => {
    const { writer, next, streams } = opened();
    const verdicts = writer.appendAll(several(4, freshStream()));
    now += PATIENCE.milliseconds;
    next();
    await aRound();
    expect(streams()).toHaveLength(1);
    now += 1;
    next();
    expect(await verdicts).toEqual([done, done, UNAVAILABLE, UNAVAILABLE]);
    expect(streams()).toEqual([]);
  });

  it('that is too large is not sent, and its neighbours are; one that only a bug can make fails all of them', async () => {
    const { writer, next, streams } = opened();
    const [large, small] = [asked(freshStream(), new Uint8Array(MAX_EVENT_BYTES)), asked()];
    const verdicts = writer.appendAll([large, small]);
    expect(streams()).toEqual([small]);
    next();
    expect(await verdicts).toEqual([TOO_LARGE, done]);
    await expect(writer.appendAll([small, append(freshStream(), 'no-stream')])).rejects.toThrow(RangeError);
    expect(streams()).toEqual([]);
  });
});

describe('As many as may wait', () => {
  it('wait, and one more is unavailable at once, until there is room', async () => {
    const { writer, next, all } = opened({ waiting: 2 });
    const stream = freshStream();
    const verdicts = writer.appendAll(several(3, stream));
    expect(await Promise.race([writer.appendAll([asked()]), verdicts])).toEqual([UNAVAILABLE]);
    next();
    await aRound();
    const [fits, more] = [writer.appendAll([asked()]), writer.appendAll([asked()])];
    expect(await more).toEqual([UNAVAILABLE]);
    await all();
    expect([await verdicts, await fits]).toEqual([[done, done, UNAVAILABLE], [done]]);
  });

  it('wait, and so many bytes, until there is room', async () => {
    const { writer, next, all } = opened();
    const stream = freshStream();
    const verdicts = writer.appendAll(several(64, stream, MIB));
    expect(await Promise.race([writer.appendAll([asked()]), verdicts])).toEqual([UNAVAILABLE]);
    const fits = writer.appendAll([append(freshStream(), 'no-stream', { ...fact(new Uint8Array()), metadata: new Uint8Array() })]);
    next();
    await aRound();
    const room = writer.appendAll([asked(freshStream(), MIB)]);
    expect(await Promise.race([writer.appendAll([asked()]), room])).toEqual([UNAVAILABLE]);
    await all();
    expect([await verdicts, await fits, await room].flat()).toEqual(Array.from({ length: 66 }, () => done));
  });
});

describe('A writer that is closed', () => {
  it('takes nothing more, and has closed once everything was answered', async () => {
    const { writer, next } = opened();
    const verdicts = writer.appendAll(several(2, freshStream()));
    const closing = [writer.close(), writer.close()].map((closed) => closed.then(() => 'closed'));
    expect(await writer.appendAll([asked()])).toEqual([UNAVAILABLE]);
    next();
    await aRound();
    expect(await Promise.race([...closing, Promise.resolve('answering')])).toBe('answering');
    next();
    expect(await verdicts).toEqual([done, done]);
    expect(await Promise.all(closing)).toEqual(['closed', 'closed']);
  });

  it('has closed at once where nothing waits', async () => {
    await opened().writer.close();
    const { writer, next } = opened();
    const verdicts = writer.appendAll([asked()]);
    next();
    expect(await verdicts).toEqual([done]);
    await writer.close();
  });
});
