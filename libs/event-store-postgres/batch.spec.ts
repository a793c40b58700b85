import { describe, expect, it } from '@jest/globals';
import type { Append, RecordedEvent, Verdict } from '../event-store/index.js';
import { again, asked, CITIZEN, loses, MILLISECONDS, opened, wins } from './batch.fixture.js';
import { LOG } from './log.fixture.js';
import { placeOf } from './places.js';
import { elements } from './session.fixture.js';

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

  it('and the ids are asked that stand where somebody expected a place, no others', async () => {
    const { server, commit } = opened();
    await commit(asked(CITIZEN, 'no-stream', 2));
    const { values } = server.asked.find(({ name }) => name === 'standing') ?? { values: [] };
    expect(values.map(elements)).toEqual([[placeOf({ stream: CITIZEN, revision: 0n })], [placeOf({ stream: CITIZEN, revision: 1n })]]);
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
