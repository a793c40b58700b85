import { status } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { moved, type Says, Scripted } from '../../test/kit/kurrentdb-double/scripted.js';
import { expecting } from './append-request.js';
import { Connection } from './connection.js';
import { CallFailed, type FailureKind, failureOf } from './failure.js';
import { logRead } from './requests.js';

/** In milliseconds: longer than anything here takes. */
const LONG = 60_000;
const PARTS = [expecting('a-1', 'no-stream')];
const READ = logRead('end', 1);

const LOST: Says = { code: status.INTERNAL, details: 'nobody knows' };
const REFUSED: Says = { code: status.PERMISSION_DENIED, details: 'no' };
const NOT_READY: Says = { code: status.UNAVAILABLE, details: 'Server Is Not Ready' };

type Started = Awaited<ReturnType<typeof Scripted.start>>;
let leader: Started;
let other: Started;
let connection: Connection;
beforeEach(async () => {
  [leader, other] = [await Scripted.start(), await Scripted.start()];
  connection = Connection.to({ nodes: [leader.wire.address], discover: false, tls: undefined, user: undefined });
});
afterEach(async () => {
  jest.restoreAllMocks();
  connection.end();
  await Promise.all([leader.close(), other.close()]);
});

const failed = (call: Promise<unknown>): Promise<string> => call.then(() => 'done', (error: unknown) => (error instanceof CallFailed ? error.kind : String(error)));

/** Until one has come. */
async function arrived(call: 'append' | 'read'): Promise<void> {
  for (let rounds = 0; leader.server.count(call) === 0 && rounds < 10_000; rounds += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('A call to the leader', () => {
  it('says that only the leader may answer it, and by when, and brings back what it answers', async () => {
    const before = Date.now();
    expect((await connection.append(PARTS, LONG)).getSuccess()?.getCurrentRevision()).toBe('7');
    expect((await connection.read(READ, LONG)).map(({ event }) => event?.position)).toEqual([70n]);
    expect(leader.server.arrived.map(({ call, metadata }) => [call, metadata.get('requires-leader')])).toEqual([['append', ['true']], ['read', ['true']]]);
    for (const { deadline } of leader.server.arrived) {
      expect(deadline).toBeGreaterThan(before + LONG / 2);
      expect(deadline).toBeLessThanOrEqual(Date.now() + LONG);
    }
    expect(leader.wire.connections).toBe(1);
  });

  it.each([['an append', () => connection.append(PARTS, 50)], ['a read', () => connection.read(READ, 50)]])('that says nothing ends with its time, and nobody knows: %s', async (_, call) => {
    leader.server.says.push('nothing', 'nothing');
    // However long this process runs already.
    const late = performance.now() + 1e9;
    jest.spyOn(performance, 'now').mockImplementation(() => late);
    leader.server.says.push('nothing', 'nothing');
    expect(await failed(call())).toBe('lost');
  });

  it('takes events as large as there can be', async () => {
    leader.server.data = new Uint8Array(5 * 1_048_576);
    expect((await connection.read(READ, LONG))[0]?.event?.data).toHaveLength(5 * 1_048_576);
  });
});

describe('A call that failed', () => {
  it('because another one leads is made again there, without a search', async () => {
    for (const call of [() => connection.append(PARTS, LONG), () => connection.read(READ, LONG)]) {
      leader.server.says.push(moved(other.wire.address));
      other.server.says.push('done', moved(leader.wire.address));
      await call();
      await call();
      await call();
    }
    expect([leader.server.count('append'), other.server.count('append')]).toEqual([3, 2]);
    expect([leader.wire.connections, other.wire.connections]).toEqual([3, 2]);
  });

  it.each<readonly ['append' | 'read', FailureKind, number]>([
    ['append', 'moved', 4],
    ['read', 'moved', 4],
    ['append', 'lost', 1],
    ['read', 'lost', 4],
    ['append', 'not-ready', 1],
    ['read', 'not-ready', 1],
    ['append', 'refused', 1],
    ['read', 'refused', 1],
  ])('is made again where nothing can have been done, three times at most: %s, %s', async (call, kind, times) => {
    const says = { moved: moved(leader.wire.address), lost: LOST, 'not-ready': NOT_READY, refused: REFUSED, 'not-sent': 'done' as const }[kind];
    leader.server.says.push(...Array.from({ length: 9 }, () => says));
    expect(await failed(call === 'append' ? connection.append(PARTS, LONG) : connection.read(READ, LONG))).toBe(kind);
    expect(leader.server.count(call)).toBe(times);
    // Whoever only says no is asked again over the same connection.
    leader.server.says.length = 0;
    await connection.read(READ, LONG);
    expect(leader.wire.connections).toBe(kind === 'refused' ? 1 : times + 1);
  });

  it('takes along nobody who has gone on to the next server', async () => {
    await connection.read(READ, LONG);
    const said = Promise.withResolvers<Says>();
    leader.server.says.push(said.promise, LOST);
    const slow = failed(connection.append(PARTS, LONG));
    await arrived('append');
    expect(await failed(connection.append(PARTS, LONG))).toBe('lost');
    await connection.read(READ, LONG);
    said.resolve(LOST);
    expect(await slow).toBe('lost');
    await connection.read(READ, LONG);
    expect(leader.wire.connections).toBe(2);
  });
});

describe('A read that goes on', () => {
  const heard = async (answers: Awaited<ReturnType<Connection['open']>>['answers']): Promise<void> => {
    answers.on('error', () => undefined);
    await new Promise<void>((resolve) => answers.on('data', () => resolve()));
  };

  it('has no end of its own', async () => {
    leader.server.ends = false;
    const { answers } = await connection.open(READ, LONG);
    await heard(answers);
    expect(leader.server.arrived.map(({ call, deadline, metadata }) => [call, deadline, metadata.get('requires-leader')])).toEqual([['read', Infinity, ['true']]]);
    answers.cancel();
  });

  it('gives up its server where whoever listens says that it failed, and only that one', async () => {
    leader.server.ends = false;
    const first = await connection.open(READ, LONG);
    await heard(first.answers);
    first.gaveUp(failureOf(new Error('cut')));
    leader.server.ends = true;
    await connection.read(READ, LONG);
    first.gaveUp(failureOf(new Error('cut')));
    await connection.read(READ, LONG);
    expect(leader.wire.connections).toBe(2);
  });

  it('leads whoever comes next to where the leader is, where it was told', async () => {
    const { answers, gaveUp } = await connection.open(READ, LONG);
    await heard(answers);
    gaveUp(moved(other.wire.address));
    await connection.read(READ, LONG);
    expect(other.server.count('read')).toBe(1);
  });
});

describe('A connection that was ended', () => {
  it('asks nobody, whether it had asked somebody or not, and may be ended twice', async () => {
    for (const asks of [false, true]) {
      const ended = Connection.to({ nodes: [leader.wire.address], discover: false, tls: undefined, user: undefined });
      if (asks) await ended.read(READ, LONG);
      ended.end();
      ended.end();
      const before = leader.server.arrived.length;
      expect(await Promise.all([failed(ended.append(PARTS, LONG)), failed(ended.read(READ, LONG)), failed(ended.open(READ, LONG))])).toEqual(['not-sent', 'not-sent', 'not-sent']);
      expect(leader.server.arrived).toHaveLength(before);
    }
  });
});
