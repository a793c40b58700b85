import { describe, expect, it } from '@jest/globals';
import { lengthsOf, shorterThan } from './lengths.js';

/** In Shanghai, on the 23rd. */
const at = (time: string): number => Date.parse(`2026-11-23T${time}+08:00`);
const offered = (now: number, asked: number) => shorterThan(asked, now).map(([length]) => length);

describe('what can be given instead of what was asked', () => {
  it('is always shorter, the shortest first', () => expect(shorterThan(at('10:00:00') + 30 * 86_400_000, at('10:00:00'))).toEqual([['hour', at('11:00:00')], ['today', at('00:00:00') + 86_400_000], ['week', at('10:00:00') + 7 * 86_400_000]]));

  it('is nothing where hardly anything was asked', () => expect(offered(at('10:00:00'), at('10:30:00'))).toEqual([]));

  it('is never as long as what was asked', () => expect(offered(at('10:00:00'), at('11:00:00'))).toEqual([]));

  it('leaves out a day that is nearly over, which the rules would not take', () => expect(offered(at('23:55:00'), at('23:55:00') + 2 * 86_400_000)).toEqual(['hour']));

  it('puts tonight first where it is sooner than an hour', () => expect(offered(at('23:30:00'), at('23:30:00') + 2 * 86_400_000)).toEqual(['today', 'hour']));
});

describe('what is picked before anybody picks', () => {
  const first = (asked: number) => lengthsOf(asked, at('10:00:00'))[0];

  it('is the shortest', () => expect(first(at('10:00:00') + 30 * 86_400_000)).toEqual({ length: 'hour', until: new Date(at('11:00:00')).toISOString() }));

  it('is what was asked for where nothing shorter can be given', () => expect(first(at('10:30:00'))).toEqual({ length: 'asAsked', until: new Date(at('10:30:00')).toISOString() }));
});
