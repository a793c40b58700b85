import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { moved, Scripted } from '../../test/kit/kurrentdb-double/scripted.js';
import { expecting } from './append-request.js';
import { Connection } from './connection.js';
import { CallFailed } from './failure.js';
import { logRead } from './requests.js';
import type { KurrentPlace } from './settings.js';

/** In milliseconds: longer than anything here takes. */
const LONG = 60_000;
const READ = logRead('end', 1);

type Started = Awaited<ReturnType<typeof Scripted.start>>;
let leader: Started;
let other: Started;
beforeEach(async () => {
  [leader, other] = [await Scripted.start(), await Scripted.start()];
  for (const { server } of [leader, other]) server.leader = leader.wire.address;
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all([leader.close(), other.close()]);
});

const failed = (call: Promise<unknown>): Promise<string> => call.then(() => 'done', (error: unknown) => (error instanceof CallFailed ? error.kind : String(error)));
const aRound = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));

/** A connection whose search is told what it finds. */
class Searching extends Connection {
  searches = 0;
  find: () => Promise<string> = async () => {
    const { address, port } = leader.wire.address;
    return `${address}:${port}`;
  };

  static begin(): Searching {
    return new Searching({ endpoint: 'nowhere:1' }, { insecure: true });
  }

  protected override resolveUri = (): Promise<string> => {
    this.searches += 1;
    return this.find();
  };
}

/** A search that takes as long as it is told to. */
function slow(connection: Searching): { readonly end: () => void; readonly fail: () => void } {
  const { find } = connection;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  connection.find = async () => {
    await promise;
    connection.find = find;
    return find();
  };
  return { end: resolve, fail: () => reject(new Error('Failed to discover after 1 attempts.')) };
}

describe('The leader', () => {
  const reached = async (place: Pick<KurrentPlace, 'nodes' | 'discover'>): Promise<readonly number[]> => {
    const connection = Connection.to({ ...place, tls: undefined, user: undefined });
    for (let times = 0; times < 3; times += 1) await connection.read(READ, LONG);
    connection.end();
    return [leader.server.count('read'), leader.server.count('gossip') + other.server.count('gossip')];
  };

  it('is whoever is named alone', async () => expect(await reached({ nodes: [leader.wire.address], discover: false })).toEqual([3, 0]));

  it('is asked for where several are named, or one that stands for all, and asked for once', async () => {
    expect(await reached({ nodes: [other.wire.address, leader.wire.address], discover: false })).toEqual([3, 1]);
    expect(await reached({ nodes: [other.wire.address], discover: true })).toEqual([6, 2]);
  });

  it('is found past a node that says nothing, whichever is asked first', async () => {
    other.wire.silence();
    jest.spyOn(Math, 'random').mockReturnValue(0);
    for (const nodes of [[leader.wire.address, other.wire.address], [other.wire.address, leader.wire.address]] as const) {
      const connection = Connection.to({ nodes, discover: false, tls: undefined, user: undefined });
      expect(await failed(connection.read(READ, 4_000))).toBe('done');
      connection.end();
    }
  });

  it('is searched for once, for all who wait, and again once it failed', async () => {
    const connection = Searching.begin();
    expect(await Promise.all([1, 2, 3].map(() => failed(connection.read(READ, LONG))))).toEqual(['done', 'done', 'done']);
    expect(connection.searches).toBe(1);
    leader.server.says.push({ code: 13, details: 'nobody knows' });
    expect(await failed(connection.read(READ, LONG))).toBe('done');
    expect(connection.searches).toBe(2);
    connection.end();
  });

  it('is not searched for where a server said who it is, and is again once that one failed', async () => {
    const connection = Searching.begin();
    leader.server.says.push(moved(other.wire.address));
    other.server.says.push({ code: 13, details: 'nobody knows' });
    expect(await failed(connection.read(READ, LONG))).toBe('done');
    expect([connection.searches, leader.server.count('read'), other.server.count('read')]).toEqual([2, 2, 1]);
    connection.end();
  });

  it('is searched for again where nobody is at the place that was found: nothing was sent', async () => {
    const connection = Searching.begin();
    const { find } = connection;
    const { address, port } = other.wire.address;
    await other.wire.down();
    connection.find = async () => {
      connection.find = find;
      return `${address}:${port}`;
    };
    expect(await failed(connection.append([expecting('a-1', 'no-stream')], LONG))).toBe('done');
    expect([connection.searches, leader.server.count('append')]).toEqual([2, 1]);
    connection.end();
    await other.wire.up();
  });

  it('is not searched for again, nor asked, once the time of a call is over', async () => {
    const connection = Searching.begin();
    const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
    leader.server.says.push({ code: 13, details: 'nobody knows' });
    const reading = failed(connection.read(READ, LONG));
    for (let rounds = 0; leader.server.count('read') === 0 && rounds < 10_000; rounds += 1) await aRound();
    clock.mockReturnValue(LONG);
    expect(await reading).toBe('lost');
    expect([connection.searches, leader.server.count('read')]).toEqual([1, 1]);
    connection.end();
  });

  it('is asked for whoever opens a read that goes on, too, and no other is searched for', async () => {
    const connection = Searching.begin();
    for (let times = 0; times < 2; times += 1) (await connection.open(READ, LONG)).answers.on('error', () => undefined);
    expect(connection.searches).toBe(1);
    connection.end();
  });
});

describe('A search', () => {
  it('that takes longer than a call has is not waited for; it goes on, for whoever comes next', async () => {
    const connection = Searching.begin();
    const search = slow(connection);
    expect(await failed(connection.read(READ, 20))).toBe('not-sent');
    expect(await failed(connection.open(READ, -5))).toBe('not-sent');
    const waiting = failed(connection.read(READ, LONG));
    search.end();
    expect(await waiting).toBe('done');
    expect(connection.searches).toBe(1);
    connection.end();
  });

  it('is waited for as long as there is time', async () => {
    const connection = Searching.begin();
    const search = slow(connection);
    const reading = failed(connection.read(READ, LONG));
    setTimeout(search.end, 50);
    expect(await reading).toBe('done');
    connection.end();
  });

  it('is made anew where it failed, twenty times at most', async () => {
    const connection = Searching.begin();
    const { find } = connection;
    let left = 19;
    connection.find = () => (left-- > 0 ? Promise.reject(new Error('Failed to discover after 1 attempts.')) : find());
    expect(await failed(connection.read(READ, LONG))).toBe('done');
    expect(connection.searches).toBe(20);
    connection.end();
    const lost = Searching.begin();
    lost.find = () => Promise.reject(new Error('Failed to discover after 1 attempts.'));
    expect(await failed(lost.read(READ, LONG))).toBe('not-sent');
    expect(lost.searches).toBe(20);
    expect(await failed(lost.read(READ, LONG))).toBe('not-sent');
    expect(lost.searches).toBe(40);
    lost.end();
  });

  it('is not begun by a connection that was ended', async () => {
    const connection = Searching.begin();
    connection.end();
    expect(await failed(connection.read(READ, LONG))).toBe('not-sent');
    expect(connection.searches).toBe(0);
  });

  it.each([['found somebody', 'end'], ['failed', 'fail']] as const)('that %s when the connection was ended meanwhile is over, and nobody is asked', async (_, how) => {
    const connection = Searching.begin();
    const search = slow(connection);
    const reading = failed(connection.read(READ, LONG));
    await aRound();
    connection.end();
    search[how]();
    expect(await reading).toBe('not-sent');
    expect(connection.searches).toBe(1);
    expect(leader.wire.connections).toBe(0);
  });
});
