import { describe, expect, it } from '@jest/globals';
import type { Disclosure } from '../data/types.js';
import { byDays, named } from './timeline.js';

const na = { family: '李', given: '娜', familyLatin: 'Li', givenLatin: 'Na' };
const view = (at: string, change: Partial<Disclosure> = {}): Disclosure => ({ kind: 'view', at, disclosure: `CODE-${at}`, basis: 'c_1', scope: 'status', purpose: 'FAMRQT', viewer: na, ...change });
const told = (...entries: readonly Disclosure[]) => byDays(entries).map(({ day, lines }) => [day, lines.map(({ each }) => each.length)]);

describe('a log by days', () => {
  it('goes by days of Shanghai, whatever day it is elsewhere', () =>
    expect(told(view('2026-11-22T16:00:00.000Z'), view('2026-11-22T15:59:59.999Z'))).toEqual([
      ['2026-11-23', [1]],
      ['2026-11-22', [1]],
    ]));

  it('rolls up neighbours that say the same, and loses no instant of theirs', () => {
    const [day] = byDays([view('2026-11-23T03:00:00.000Z'), view('2026-11-23T02:00:00.000Z', { repeats: [{ at: '2026-11-23T01:59:00.000Z', disclosure: 'EARLIER' }] })]);
    expect(day?.lines.map(({ each }) => each)).toEqual([
      [
        { at: '2026-11-23T03:00:00.000Z', disclosure: 'CODE-2026-11-23T03:00:00.000Z' },
        { at: '2026-11-23T02:00:00.000Z', disclosure: 'CODE-2026-11-23T02:00:00.000Z' },
        { at: '2026-11-23T01:59:00.000Z', disclosure: 'EARLIER' },
      ],
    ]);
  });

  it.each<[string, Partial<Disclosure>]>([
    ['another person', { viewer: { ...na, given: '明' } }],
    ['another scope', { scope: 'results' }],
    ['another basis', { basis: 'c_2' }],
    ['another kind', { kind: 'refusal' }],
  ])('keeps %s apart', (_, change) => expect(told(view('2026-11-23T03:00:00.000Z'), view('2026-11-23T02:00:00.000Z', change))).toEqual([['2026-11-23', [1, 1]]]));

  it('does not put together what something else came between', () =>
    expect(told(view('2026-11-23T03:00:00.000Z'), view('2026-11-23T02:00:00.000Z', { scope: 'results' }), view('2026-11-23T01:00:00.000Z'))).toEqual([['2026-11-23', [1, 1, 1]]]));
});

describe('what is written in one millisecond', () => {
  it('has names of its own, and keeps them when something newer comes', () => {
    const [one, other] = [view('2026-11-23T03:00:00.000Z', { disclosure: 'ONE' }), view('2026-11-23T03:00:00.000Z', { disclosure: 'OTHER' })];
    expect(named([one, other], ({ at }) => at)).toEqual([
      ['2026-11-23T03:00:00.000Z 0', one],
      ['2026-11-23T03:00:00.000Z 1', other],
    ]);
    expect(named([view('2026-11-23T04:00:00.000Z'), one, other], ({ at }) => at).map(([name]) => name)).toEqual(['2026-11-23T04:00:00.000Z 0', '2026-11-23T03:00:00.000Z 0', '2026-11-23T03:00:00.000Z 1']);
  });
});
