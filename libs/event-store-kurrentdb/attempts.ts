import { setTimeout as sleep } from 'node:timers/promises';
import type { AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Append, Verdict } from '../event-store/index.js';
import { StoreUnavailable } from '../event-store/index.js';
import { expecting, proposed } from './append-request.js';
import type { Connection } from './connection.js';
import { CallFailed } from './failure.js';
import type { Reader } from './reader.js';

type Conflict = Extract<Verdict, { readonly kind: 'conflict' }>;

/** How long an append waits for what stands at its place to be readable, before it looks again, in milliseconds. */
const PAUSE = { first: 5, most: 200 };

/** One append and what the server made of it: sent at an explicit revision, within its deadline. */
export class Attempts {
  constructor(
    private readonly connection: Pick<Connection, 'append'>,
    private readonly reader: Pick<Reader, 'readMany'>,
    private readonly milliseconds: number,
  ) {}

  /** What became of it. Rejects only where history was changed by other means. */
  async judge(append: Append): Promise<Verdict> {
    try {
      return await (append.expected === 'any' ? this.#anywhere(append) : this.#at(append, append.expected === 'no-stream' ? 0n : append.expected.at + 1n));
    } catch (error) {
      if (error instanceof StoreUnavailable) return { kind: 'unknown' };
      if (error instanceof CallFailed) return { kind: error.kind === 'lost' ? 'unknown' : 'unavailable' };
      throw error;
    }
  }

  /** Wherever the stream ends: read, then as it is found, until nobody comes in between. The server's own `any` takes an event twice after a restart. */
  async #anywhere(append: Append): Promise<Verdict> {
    const until = performance.now() + this.milliseconds;
    for (let place = await this.#endOf(append, until); performance.now() < until; ) {
      const sent = await this.#send(append, place, until);
      if (sent.kind === 'appended') return sent;
      place = sent.actual === 'no-stream' ? 0n : sent.actual.at + 1n;
    }
    return { kind: 'unavailable' };
  }

  /** Sent again, where it is not known who has its place: one that was refused did nothing. */
  async #at(append: Append, place: bigint): Promise<Verdict> {
    const until = performance.now() + this.milliseconds;
    for (let pause = PAUSE.first; ; pause = Math.min(2 * pause, PAUSE.most)) {
      const sent = await this.#send(append, place, until);
      const verdict = sent.kind === 'conflict' ? await this.#settled(append, place, { conflict: sent, until }) : sent;
      if (verdict !== undefined) return verdict;
      if (performance.now() + pause > until) throw new CallFailed('lost');
      await sleep(pause);
    }
  }

  /**
   * The first answer again, where the ids asked for are those that stand at their place; the conflict, where others do. Nothing where the place is taken and cannot be read: what is on the
   * leader and not yet on a majority counts for its revision, and may be an earlier attempt of this very append.
   */
  async #settled({ stream, events }: Append, place: bigint, { conflict, until }: { readonly conflict: Conflict; readonly until: number }): Promise<Verdict | undefined> {
    const { actual } = conflict;
    if (actual === 'no-stream' || actual.at < place + BigInt(events.length - 1)) return conflict;
    const [standing = []] = await this.reader.readMany([{ stream, from: place, limit: events.length }], until - performance.now());
    if (standing.some(({ id }, index) => id !== events[index]?.id)) return conflict;
    const last = standing.at(-1);
    return last === undefined || standing.length < events.length ? undefined : { kind: 'appended', revision: last.revision, position: last.position, repeated: true };
  }

  async #endOf({ stream }: Append, until: number): Promise<bigint> {
    try {
      const [[last] = []] = await this.reader.readMany([{ stream, direction: 'backward', limit: 1 }], until - performance.now());
      return last === undefined ? 0n : last.revision + 1n;
    } catch (error) {
      // Nothing was sent so far.
      throw error instanceof StoreUnavailable ? new CallFailed('not-sent', { cause: error }) : error;
    }
  }

  async #send({ stream, events }: Append, place: bigint, until: number): Promise<Extract<Verdict, { readonly kind: 'appended' | 'conflict' }>> {
    const answer = await this.connection.append([expecting(stream, place === 0n ? 'no-stream' : place - 1n), ...events.map(proposed)], until - performance.now());
    const lost = answer.getWrongExpectedVersion();
    if (lost !== undefined) return { kind: 'conflict', actual: lost.hasCurrentRevision() ? { at: BigInt(lost.getCurrentRevision()) } : 'no-stream' };
    return written(answer, place + BigInt(events.length - 1));
  }
}

/** The last event that was written. A stream that was deleted goes on at its old revision although none was expected: not the history that was decided on. */
function written(answer: AppendResp, expected: bigint): Extract<Verdict, { readonly kind: 'appended' }> {
  const success = answer.getSuccess();
  const position = success?.getPosition();
  if (success === undefined || position === undefined) throw new CallFailed('lost');
  const revision = BigInt(success.getCurrentRevision());
  if (revision !== expected) throw new Error(`a stream was cut: what should be its revision ${expected} is its revision ${revision}`);
  return { kind: 'appended', revision, position: BigInt(position.getCommitPosition()), repeated: false };
}
