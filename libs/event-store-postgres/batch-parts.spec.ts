import { describe, expect, it } from '@jest/globals';
import type { Append, Verdict } from '../event-store/index.js';
import { asked, CITIZEN, loses, lost, many, opened, wins } from './batch.fixture.js';
import { elements, type Mishap, said } from './session.fixture.js';

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

  it('none of which is empty', async () => {
    const { server, commit } = opened();
    await commit(...many(500));
    expect(server.names).toEqual(['begin', 'append-or-fail', 'append-or-fail', 'commit']);
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

  it('where COMMIT is answered by an error and then the server is gone, nobody knows', async () => {
    const { server, commit, count } = opened();
    server.mishap = (name) => (name === 'commit' ? { after: said('57P01') } : name === 'begin' && server.names.includes('commit') ? { instead: lost } : undefined);
    expect(new Set((await commit(...many(400))).map(({ kind }) => kind))).toEqual(new Set(['unknown']));
    expect(count()).toBe(404);
  });
});
