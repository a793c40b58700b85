import { describe, expect, it } from '@jest/globals';
import type { Append } from '../event-store/index.js';
import { asked, CITIZEN, lost, opened, wins } from './batch.fixture.js';
import { type Mishap, said } from './session.fixture.js';

describe('Where the machine breaks, a batch is told', () => {
  const [right, wrong, any] = [asked('test-new', 'no-stream'), asked(CITIZEN, { at: 1n }), asked(CITIZEN, 'any')];

  it.each<readonly [string, Append, Readonly<Record<string, Mishap>>, readonly ['unavailable' | 'unknown', number]]>([
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

  it.each(['55P03', '57014'])('unavailable after its one statement where the server gives up, %s; its session lives on', async (code) => {
    const { server, line, breaks, commit } = opened();
    breaks({ append: { instead: said(code) } });
    expect(await commit(right)).toEqual([{ kind: 'unavailable' }]);
    expect([server.names, line.cuts]).toEqual([['append'], 0]);
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
