import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { assert, constantFrom, property, record, array, integer } from 'fast-check';
import { type Append, type ExpectedRevision, MAX_REVISION, type NewEvent, type StreamName, type Verdict } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';
import { judge, type LogState, numberedAfter, overlaps } from './verdicts.js';

const NOTHING = new Uint8Array(0);
const event = (): NewEvent => ({ id: EventId(randomUUID()), type: 'Happened', data: NOTHING, metadata: NOTHING });
const append = (stream: StreamName, expected: ExpectedRevision, ...events: readonly NewEvent[]): Append => ({ stream, expected, events });

/** A log that holds these streams only, one after the other. */
function logOf(streams: Readonly<Record<StreamName, readonly NewEvent[]>>): LogState {
  const all = Object.entries(streams).flatMap(([stream, events]) => events.map(({ id }, revision) => ({ stream, id, revision })));
  const places = new Map(all.map(({ stream, revision, id }, index) => [`${stream} ${revision}`, { id, position: BigInt(index + 1) }]));
  return {
    position: BigInt(all.length),
    heads: new Map(Object.entries(streams).map(([stream, events]) => [stream as StreamName, BigInt(events.length - 1)])),
    stood: (stream, revision) => places.get(`${stream} ${revision}`),
  };
}

const empty = logOf({});
const appended = (revision: bigint, position: bigint, repeated = false): Verdict => ({ kind: 'appended', revision, position, repeated });
const conflict = (at: bigint): Verdict => ({ kind: 'conflict', actual: { at } });

describe('A batch is judged in its order:', () => {
  it('each winner is numbered after the last, in its stream and in the log', () => {
    const { verdicts, placed } = judge([append('a-1', 'no-stream', event(), event()), append('b-1', 'any', event()), append('a-1', { at: 1n }, event())], empty);
    expect(verdicts).toEqual([appended(1n, 2n), appended(0n, 3n), appended(2n, 4n)]);
    expect(placed.map(({ stream, revision, position }) => [stream, revision, position])).toEqual([['a-1', 0n, 1n], ['a-1', 1n, 2n], ['b-1', 0n, 3n], ['a-1', 2n, 4n]]);
  });

  it('who loses takes no number and moves no head, so what builds on it loses too', () => {
    const log = logOf({ 'a-1': [event()] });
    const { verdicts, placed } = judge([append('a-1', 'no-stream', event()), append('a-1', { at: 1n }, event()), append('b-1', 'no-stream', event()), append('a-1', { at: 0n }, event())], log);
    expect(verdicts).toEqual([conflict(0n), conflict(0n), appended(0n, 2n), appended(1n, 3n)]);
    expect(placed).toHaveLength(2);
  });

  it('a conflict names where the stream is at that place of the batch', () => {
    const { verdicts } = judge([append('a-1', { at: 0n }, event()), append('a-1', 'any', event()), append('a-1', { at: 3n }, event())], empty);
    expect(verdicts).toEqual([{ kind: 'conflict', actual: 'no-stream' }, appended(0n, 1n), conflict(0n)]);
  });

  it('a retry finds its own events in the log, in the batch, or in both', () => {
    const [old, fresh] = [event(), event()];
    const log = logOf({ 'a-1': [old] });
    const both = judge([append('a-1', 'no-stream', old), append('a-1', { at: 0n }, fresh), append('a-1', { at: 0n }, fresh), append('a-1', 'no-stream', old, fresh)], log);
    expect(both.verdicts).toEqual([appended(0n, 1n, true), appended(1n, 2n), appended(1n, 2n, true), appended(1n, 2n, true)]);
    expect(both.placed).toHaveLength(1);
  });

  it('a stream takes as many as revisions go, then no more', () => {
    const log: LogState = { position: 9n, heads: new Map([['a-1', MAX_REVISION - 2n]]), stood: () => undefined };
    const { verdicts, placed } = judge([append('a-1', 'any', event(), event(), event()), append('a-1', 'any', event(), event()), append('a-1', 'any', event()), append('b-1', 'no-stream', event())], log);
    expect(verdicts).toEqual([{ kind: 'too-large' }, appended(MAX_REVISION, 11n), { kind: 'too-large' }, appended(0n, 12n)]);
    expect(placed.map(({ position }) => position)).toEqual([10n, 11n, 12n]);
  });

  it('made for an empty log, it moves to the end of another as it is', () => {
    const { verdicts, placed } = numberedAfter(7n, judge([append('a-1', 'no-stream', event(), event()), append('a-1', 'no-stream', event())], empty));
    expect(verdicts).toEqual([appended(1n, 9n), conflict(1n)]);
    expect(placed.map(({ revision, position }) => [revision, position])).toEqual([[0n, 8n], [1n, 9n]]);
  });

  it('a retry finds its own events in a stream that the batch made', () => {
    const mine = [event(), event(), event()];
    const { verdicts } = judge([append('a-1', 'no-stream', ...mine), append('a-1', 'no-stream', ...mine), append('a-1', { at: 0n }, ...mine.slice(1)), append('a-1', { at: 1n }, event())], empty);
    expect(verdicts).toEqual([appended(2n, 3n), appended(2n, 3n, true), appended(2n, 3n, true), conflict(2n)]);
  });

  it('a retry that goes on behind what stands is a conflict', () => {
    const old = event();
    expect(judge([append('a-1', 'no-stream', old, event())], logOf({ 'a-1': [old] })).verdicts).toEqual([conflict(0n)]);
  });

  it('half a retry is a conflict', () => {
    const old = event();
    const log = logOf({ 'a-1': [old, event()] });
    expect(judge([append('a-1', 'no-stream', old, event()), append('a-1', 'no-stream', old, event(), event())], log).verdicts).toEqual([conflict(1n), conflict(1n)]);
  });
});

describe('Ids are read only where a stream has passed the expected place:', () => {
  const heads = new Map<StreamName, bigint>([['a-1', 4n]]);
  it.each<readonly [ExpectedRevision, number, unknown]>([
    ['any', 2, []],
    [{ at: 4n }, 2, []],
    [{ at: 9n }, 2, []],
    [{ at: 3n }, 2, [{ stream: 'a-1', low: 4n, high: 4n }]],
    [{ at: 0n }, 2, [{ stream: 'a-1', low: 1n, high: 2n }]],
    ['no-stream', 1, [{ stream: 'a-1', low: 0n, high: 0n }]],
  ])('expecting %j, %d events', (expected, count, parts) => {
    expect(overlaps([append('a-1', expected, ...Array.from({ length: count }, event)), append('b-1', expected, event())], heads)).toEqual(parts);
  });
});

describe('Whatever the batch is,', () => {
  const asked = record({ stream: constantFrom<StreamName>('a-1', 'b-1', 'c-1'), expected: constantFrom<ExpectedRevision>('any', 'no-stream', { at: 0n }, { at: 1n }, { at: 2n }), count: integer({ min: 1, max: 3 }) });

  it('positions have no gap, revisions no hole, and a batch cut in two gives the same', () => {
    assert(
      property(array(asked, { maxLength: 20 }), integer({ min: 0, max: 20 }), (asks, cut) => {
        const appends = asks.map(({ stream, expected, count }) => append(stream, expected, ...Array.from({ length: count }, event)));
        const { verdicts, placed } = judge(appends, empty);
        expect(placed.map(({ position }) => position)).toEqual(placed.map((_, index) => BigInt(index + 1)));
        for (const events of Map.groupBy(placed, ({ stream }) => stream).values()) expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => BigInt(index)));

        const first = judge(appends.slice(0, cut), empty);
        const between = logOf(Object.fromEntries(Map.groupBy(first.placed, ({ stream }) => stream)));
        const second = judge(appends.slice(cut), { ...between, position: BigInt(first.placed.length) });
        expect([...first.verdicts, ...second.verdicts]).toEqual(verdicts);
      }),
    );
  });
});
