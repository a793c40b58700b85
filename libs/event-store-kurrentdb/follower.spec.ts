import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { aRound, followed, written } from '../../test/kit/kurrentdb-double/followed.js';
import { Unwired } from '../../test/kit/kurrentdb-double/unwired.js';
import { CallFailed } from './failure.js';
import { logRead } from './requests.js';

const failing = async (): Promise<never> => {
  throw new CallFailed('lost');
};

describe('A follower of the log', () => {
  it('gets what is there and what comes, in order, from the beginning', async () => {
    const server = new Unwired();
    const before = written(server, 3);
    const { seen, pages, ending, end } = followed(0n, server);
    await aRound();
    expect(pages).toEqual([before]);
    const [next, last] = [written(server, 2), written(server, 1)];
    await aRound();
    expect(seen()).toEqual([...before, ...next, ...last]);
    ending.abort();
    expect(await end).toBe('ended');
  });

  it('begins after its place, which it first finds to be there', async () => {
    const server = new Unwired();
    const [first = 0n, ...others] = written(server, 3);
    const { seen, calls, ending, end } = followed(first, server);
    await aRound();
    expect(seen()).toEqual(others);
    expect(server.asked.map(({ milliseconds }) => milliseconds)[1]).toBe(700);
    expect(calls()).toEqual(['read', 'open']);
    ending.abort();
    await end;
  });

  it('of a log that does not have the place ends with an error', async () => {
    const server = new Unwired();
    written(server, 1);
    const { end, calls } = followed(7n, server);
    expect(await end).toBe('Error: the log does not have what was read of it at position 7');
    expect(calls()).toEqual(['read']);
  });

  it('passes on once what comes twice', async () => {
    const { server, subscription, seen, ending, end } = followed();
    await aRound();
    const all = [...written(server, 2)];
    await aRound();
    const twice = await server.read(logRead('start', 9), 1);
    for (const answer of twice) subscription().push(answer);
    await aRound();
    all.push(...written(server, 1));
    await aRound();
    expect(seen()).toEqual(all);
    ending.abort();
    await end;
  });
});

describe('A follower whose subscription fails', () => {
  it('begins another one where it was, once what it saw last is found to stand there, and leaves none behind', async () => {
    const { server, seen, calls, fail, ending, end } = followed();
    await aRound();
    const all = [...written(server, 2)];
    await aRound();
    expect(calls()).toEqual(['open']);
    await fail();
    expect(calls()).toEqual(['read', 'open']);
    all.push(...written(server, 2));
    await aRound();
    expect(seen()).toEqual(all);
    expect(server.givenUp).toEqual([new Error('cut')]);
    ending.abort();
    expect(await end).toBe('ended');
    expect(server.subscriptions.map(({ cancelled }) => cancelled)).toEqual([true, true]);
  });

  it('begins another one where nothing was seen, without asking', async () => {
    const { server, seen, calls, fail, ending, end } = followed();
    await aRound();
    await fail();
    expect(calls()).toEqual(['open', 'open']);
    const all = written(server, 1);
    await aRound();
    expect(seen()).toEqual(all);
    ending.abort();
    await end;
  });

  it('asks again and again where nobody answers', async () => {
    const { server, seen, ending, fail, end } = followed();
    const all = [...written(server, 1)];
    await aRound();
    server.reads.push(failing, failing);
    await fail();
    all.push(...written(server, 1));
    await aRound();
    expect(seen()).toEqual(all);
    ending.abort();
    await end;
  });

  it('and whose log was cut meanwhile ends with an error', async () => {
    const { server, seen, subscription, end } = followed();
    await aRound();
    const all = written(server, 2);
    await aRound();
    expect(seen()).toEqual(all);
    // It is found out with the next one: this one does not say so.
    subscription().destroy(new Error('cut'));
    server.log.truncate(2);
    expect(await end).toBe(`Error: the log does not have what was read of it at position ${all[1]}`);
  });

  it.each([['what it began after', 0], ['what it saw last', 1]])('and at whose place another event stands by then ends with an error: not %s', async (_, seen) => {
    const server = new Unwired();
    const all = written(server, 2);
    const { subscription, end } = followed(all[1 - seen], server);
    await aRound();
    const other = Buffer.from(randomUUID());
    server.reads.push(async (through) => through().map(({ event }) => ({ event: event && { ...event, custom: other } })));
    subscription().destroy(new Error('cut'));
    expect(await end).toBe(`Error: the log does not have what was read of it at position ${all[1]}`);
  });

  it('over an event that is not ours ends with that error', async () => {
    const { server, end, seen, subscription } = followed();
    await aRound();
    const all = written(server, 1);
    server.log.append('foreign-1', 'any', [{ id: randomUUID(), type: 'Foreign', contentType: '', data: new Uint8Array(), metadata: new Uint8Array() }]);
    expect(await end).toContain('the log has an event that is not ours');
    expect(seen()).toEqual(all);
    expect(subscription().cancelled).toBe(true);
  });
});
