import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Append, ExpectedRevision, RecordedEvent, StreamName, Verdict } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';
import { Batches } from './batch.js';
import { LOG } from './log.fixture.js';
import { placeOf } from './places.js';
import { elements, LineDouble, type Mishap, PostgresDouble, said } from './session.fixture.js';

const CITIZEN = 'citizen-0123456789abcdef0123456789abcdef';
const MILLISECONDS = 1_234;

const asked = (stream: StreamName, expected: ExpectedRevision, events = 1): Append => ({
  stream,
  expected,
  events: Array.from({ length: events }, () => ({ id: EventId(randomUUID()), type: 'Fact', data: Buffer.from('{}'), metadata: Buffer.of() })),
});

/** An append of an event that is in the log. */
const again = ({ stream, revision, id, type, data, metadata }: RecordedEvent): Append => ({ stream, expected: revision === 0n ? 'no-stream' : { at: revision - 1n }, events: [{ id, type, data, metadata }] });

const many = (count: number): readonly Append[] => Array.from({ length: count }, (_, index) => asked(`test-many-${index}`, 'no-stream'));

const opened = (log: readonly RecordedEvent[] = LOG) => {
  const server = new PostgresDouble(log);
  const line = new LineDouble(server);
  const batches = new Batches(line, MILLISECONDS);
  /** What became of the appends, in the order asked. */
  const commit = async (...appends: readonly Append[]): Promise<readonly Verdict[]> => (await batches.commit(appends)).verdicts;
  /** What goes wrong with the statements of these names, each time they are asked. */
  const breaks = (mishaps: Readonly<Record<string, Mishap>>): void => {
    server.mishap = (name) => mishaps[name];
  };
  /** How many events there are in the log. */
  const count = (): number => server.table.rows.length;
  return { server, line, batches, commit, breaks, count };
};

const lost = new Error('the connection is lost');
const wins = (revision: bigint, position: bigint, repeated = false): Verdict => ({ kind: 'appended', revision, position, repeated });
const loses = (at: bigint): Verdict => ({ kind: 'conflict', actual: { at } });
const LOOK = ['begin', 'lock', 'heads'];

describe('A batch whose writers are right about their streams', () => {
  it('is in the log after one statement, behind what was there; it is told what is there for certain', async () => {
    const { server, line, batches } = opened();
    const [first, second] = [asked(CITIZEN, { at: 2n }, 2), asked('test-new', 'no-stream')];
    const { verdicts, placed } = await batches.commit([first, second]);
    expect(verdicts).toEqual([wins(4n, 6n), wins(0n, 7n)]);
    expect(placed.map(({ stream, revision, position, id }) => [stream, revision, position, id])).toEqual([[CITIZEN, 3n, 5n, first.events[0]?.id], [CITIZEN, 4n, 6n, first.events[1]?.id], ['test-new', 0n, 7n, second.events[0]?.id]]);
    expect(server.table.rows.slice(4).map(({ place, position, id }) => [place, position, id])).toEqual(placed.map((event) => [placeOf(event), event.position, event.id]));
    expect([server.names, line.waited]).toEqual([['append'], [MILLISECONDS]]);
  });

  it('is the beginning of an empty log', async () => {
    expect(await opened([]).commit(asked('test-new', 'no-stream', 2))).toEqual([wins(1n, 2n)]);
  });

  it('needs what it builds on once: what was seen in a session is known in it, and not in the next', async () => {
    const { server, line, commit } = opened();
    for (const at of [2n, 3n, 4n]) {
      if (at === 4n) line.cuts += 1;
      expect(await commit(asked(CITIZEN, { at }))).toEqual([wins(at + 1n, at + 3n)]);
    }
    expect(server.asked.map(({ values }) => elements(values[5]))).toEqual([[placeOf({ stream: CITIZEN, revision: 2n })], [], [placeOf({ stream: CITIZEN, revision: 4n })]]);
  });
});

describe('A batch of which somebody is wrong is looked at under the lock:', () => {
  it.each<readonly [string, readonly Append[], readonly Verdict[], readonly string[]]>([
    ['a stream that is further on', [asked(CITIZEN, { at: 1n })], [loses(2n)], ['append', ...LOOK, 'standing', 'commit']],
    ['a stream that is not that far', [asked(CITIZEN, { at: 3n })], [loses(2n)], ['append', ...LOOK, 'commit']],
    ['a stream that is not there', [asked('test-new', { at: 0n })], [{ kind: 'conflict', actual: 'no-stream' }], ['append', ...LOOK, 'commit']],
    ['whoever expects anything', [asked(CITIZEN, 'any')], [wins(3n, 5n)], [...LOOK, 'append', 'commit']],
    ['whoever asks again, beside others', [asked('test-new', 'no-stream'), again(LOG[1] as RecordedEvent)], [wins(0n, 5n), wins(1n, 2n, true)], ['append', ...LOOK, 'standing', 'append', 'commit']],
    ['a stream that is there, expected to be new', [asked(CITIZEN, 'no-stream', 5), asked('test-1', { at: 0n })], [loses(2n), wins(1n, 5n)], ['append', ...LOOK, 'standing', 'append', 'commit']],
  ])('%s', async (_, appends, verdicts, statements) => {
    const { server, commit, count } = opened();
    expect(await commit(...appends)).toEqual(verdicts);
    expect(server.names).toEqual(statements);
    expect(count()).toBe(4 + verdicts.filter((verdict) => verdict.kind === 'appended' && !verdict.repeated).length);
  });

  it('the log is empty', async () => {
    expect(await opened([]).commit(asked('test-new', 'any'), asked('test-new', { at: 7n }))).toEqual([wins(0n, 1n), loses(0n)]);
  });

  it('and batches after it look first, until one has nobody who fell behind or asked again', async () => {
    const { server, commit } = opened();
    await commit(asked(CITIZEN, { at: 1n }));
    server.asked.length = 0;
    await commit(asked(CITIZEN, { at: 1n }));
    expect(server.names[0]).toBe('begin');
    await commit(asked('test-1', { at: 0n }));
    server.asked.length = 0;
    await commit(asked('test-1', { at: 1n }));
    expect(server.names).toEqual(['append']);
  });

  it('and what it put there is known after it, what another process took is not', async () => {
    const { server, commit } = opened();
    await commit(asked(CITIZEN, 'any'));
    server.asked.length = 0;
    expect(await commit(asked(CITIZEN, { at: 3n }))).toEqual([wins(4n, 6n)]);
    expect(server.asked.map(({ values }) => elements(values[5]))).toEqual([[]]);
  });
});

describe('A batch of many events goes in parts of one transaction:', () => {
  it('all of them are in the log after it, in order, and each part is no larger than 250', async () => {
    const { server, commit } = opened();
    const appends = [...many(550), asked(CITIZEN, { at: 2n })];
    expect(await commit(...appends)).toEqual(appends.map((_, index) => wins(index === 550 ? 3n : 0n, BigInt(index + 5))));
    expect(server.asked.map(({ name, values }) => [name, ...values.slice(0, 1).map((places) => elements(places).length), ...values.slice(5).map((needed) => elements(needed).length)])).toEqual([
      ['begin'], ['append-or-fail', 250, 1], ['append-or-fail', 250, 0], ['append-or-fail', 51, 0], ['commit'],
    ]);
    expect(server.table.rows.slice(4).map(({ id }) => id)).toEqual(appends.flatMap(({ events }) => events.map(({ id }) => id)));
  });

  it('from 400 on', async () => {
    for (const [count, first] of [[399, 'append'], [400, 'begin']] as const) {
      const { server, commit } = opened();
      await commit(...many(count));
      expect(server.names[0]).toBe(first);
    }
  });

  it.each<readonly [string, Append, Verdict]>([
    ['one needs what is not there', asked('test-new', { at: 0n }), { kind: 'conflict', actual: 'no-stream' }],
    ['one of the last part takes a place that is taken', asked(CITIZEN, 'no-stream'), loses(2n)],
  ])('none of them is in it where %s, so all are looked at', async (_, wrong, verdict) => {
    const { commit, count } = opened();
    const verdicts = await commit(...many(600), wrong);
    expect(verdicts).toEqual([...many(600).map((__, index) => wins(0n, BigInt(index + 5))), verdict]);
    expect(count()).toBe(604);
  });

  it('none of them goes in without its beginning, which is waited for', async () => {
    const { server, breaks, commit, count } = opened();
    breaks({ begin: { instead: said('42601') } });
    expect(new Set((await commit(...many(600))).map(({ kind }) => kind))).toEqual(new Set(['unavailable']));
    expect([server.names.slice(0, 2), count()]).toEqual([['begin', 'begin'], 4]);
  });

  it.each<readonly [string, Readonly<Record<string, Mishap>>, string, number]>([
    ['does not begin for want of time', { begin: { instead: said('57014') } }, 'unavailable', 0],
    ['does not give the lock', { 'append-or-fail': { instead: said('55P03') } }, 'unavailable', 0],
    ['is gone before the beginning', { begin: { instead: lost } }, 'unknown', 0],
    ['is gone meanwhile', { 'append-or-fail': { instead: lost } }, 'unknown', 0],
    ['is gone before the end', { commit: { instead: lost } }, 'unknown', 0],
    ['is gone behind the end', { commit: { after: lost } }, 'unknown', 600],
  ])('where the server %s', async (_, mishaps, kind, added) => {
    const { breaks, commit, count } = opened();
    breaks(mishaps);
    expect(await commit(...many(600))).toEqual(many(600).map(() => ({ kind })));
    expect(count()).toBe(4 + added);
  });

  it('where COMMIT is answered by an error, nobody knows yet: what is there is found when it is looked at', async () => {
    const { server, commit, count } = opened();
    let commits = 0;
    server.mishap = (name) => (name === 'commit' && (commits += 1) === 1 ? { after: said('57P01') } : undefined);
    const appends = many(400);
    expect(await commit(...appends)).toEqual(appends.map((_, index) => wins(0n, BigInt(index + 5), true)));
    expect(count()).toBe(404);
  });
});

describe('Where the machine breaks, a batch is told', () => {
  const [right, wrong, any] = [asked('test-new', 'no-stream'), asked(CITIZEN, { at: 1n }), asked(CITIZEN, 'any')];

  it.each<readonly [string, Append, Readonly<Record<string, Mishap>>, readonly ['unavailable' | 'unknown', number]]>([
    ['unavailable, that the lock was not to be had', right, { append: { instead: said('55P03') } }, ['unavailable', 0]],
    ['unavailable, that it took too long', right, { append: { instead: said('57014') } }, ['unavailable', 0]],
    ['unknown, that the connection was lost before it arrived', right, { append: { instead: lost } }, ['unknown', 0]],
    ['unknown, that the connection was lost behind it', right, { append: { after: lost } }, ['unknown', 1]],
    ['unknown, that the session ended with an error and may have come that far', right, { append: { after: said('57P01') }, begin: { instead: lost } }, ['unknown', 1]],
    ['unavailable, that the connection was lost before anything was written', any, { begin: { instead: lost } }, ['unavailable', 0]],
    ['unavailable, that the lock was not to be had to look', any, { lock: { instead: said('55P03') } }, ['unavailable', 0]],
    ['unavailable, that the connection was lost after a wrong guess', wrong, { lock: { instead: lost } }, ['unavailable', 0]],
    ['unavailable, that the connection was lost while it was looked at', wrong, { standing: { instead: lost } }, ['unavailable', 0]],
    ['unavailable, that the server refused a row', any, { append: { instead: said('42501') } }, ['unavailable', 0]],
    ['unknown, that the connection was lost before the end', any, { commit: { instead: lost } }, ['unknown', 0]],
    ['unknown, that the connection was lost behind the end', any, { commit: { after: lost } }, ['unknown', 1]],
    ['unknown, that the end was answered by an error', any, { commit: { instead: said('57P01') } }, ['unknown', 0]],
    ['unavailable, that the connection was lost where it had nothing to write', wrong, { commit: { after: lost } }, ['unavailable', 0]],
  ])('%s', async (_, append, mishaps, [kind, added]) => {
    const { breaks, batches, server } = opened();
    breaks(mishaps);
    expect(await batches.commit([append])).toEqual({ verdicts: [{ kind }], placed: [] });
    // What a lost session had not ended is not there.
    expect(server.table.rows.length - 4).toBe(added);
  });

  it('the same for all in it, and the next goes in', async () => {
    const { breaks, commit } = opened();
    breaks({ append: { instead: lost } });
    expect(await commit(right, asked('test-other', 'no-stream'))).toEqual([{ kind: 'unknown' }, { kind: 'unknown' }]);
    breaks({});
    expect(await commit(right)).toEqual([wins(0n, 5n)]);
  });

  it('by the session that is opened next what became of one that may have gone in: it is repeated', async () => {
    const { breaks, commit, count } = opened();
    breaks({ append: { after: lost } });
    expect(await commit(right)).toEqual([{ kind: 'unknown' }]);
    breaks({});
    expect(await commit(right)).toEqual([wins(0n, 5n, true)]);
    expect(count()).toBe(5);
  });

  it('unavailable, that no session was to be had', async () => {
    const { line, commit } = opened();
    line.within = () => Promise.reject(lost);
    expect(await commit(right, any)).toEqual([{ kind: 'unavailable' }, { kind: 'unavailable' }]);
  });
});
