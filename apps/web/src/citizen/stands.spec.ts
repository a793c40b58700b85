import { describe, expect, it } from '@jest/globals';
import type { Onlooker } from '../data/types.js';
import { restOf, seeingNow } from './stands.js';

const NOW = Date.parse('2026-11-23T08:00:00.000Z');
const na = { family: '李', given: '娜', familyLatin: 'Li', givenLatin: 'Na' };
const wei = { family: '陈', given: '伟', familyLatin: 'Chen', givenLatin: 'Wei' };

let bases = 0;
const basis = (change: Partial<Onlooker> = {}): Onlooker => ({ basis: `c_${(bases += 1)}`, kind: 'consent', state: 'live', scope: 'status', purposes: ['FAMRQT'], from: '2026-11-20T08:00:00.000Z', until: '2026-11-30T08:00:00.000Z', viewer: na, ...change });

describe('how many people can look', () => {
  it.each<[number, string, readonly Onlooker[]]>([
    [0, 'nobody is there', []],
    [1, 'one person has two bases', [basis(), basis({ scope: 'results' })]],
    [2, 'two people have one each', [basis(), basis({ viewer: wei })]],
    [0, 'none is live', [basis({ state: 'opened' }), basis({ state: 'ended' }), basis({ state: 'suspended' }), basis({ state: 'declined' })]],
    [0, 'a guardianship has yet to begin', [basis({ kind: 'guardianship', from: '2026-11-23T08:00:00.001Z' })]],
    [0, 'the time is over since the list was read', [basis({ until: '2026-11-23T08:00:00.000Z' }), basis({ kind: 'guardianship', until: '2026-11-23T07:59:59.999Z' })]],
    [1, 'the time is over a moment later', [basis({ until: '2026-11-23T08:00:00.001Z' })]],
    [1, 'no end is set', [basis({ until: null })]],
    [2, 'names cannot be read', [basis({ viewer: null }), basis({ viewer: null })]],
  ])('is %i where %s', (count, _where, all) => expect(seeingNow(all, NOW)).toBe(count));
});

describe('by what else somebody can look of whom one basis ended', () => {
  const ended = basis({ state: 'ended' });

  it.each<[string, Onlooker]>([
    ['another agreement', basis()],
    ['a guardianship', basis({ kind: 'guardianship' })],
    ['another agreement that stands before it', basis({ until: null })],
  ])('is %s', (_what, other) => expect(restOf(ended, [other, ended], NOW)).toEqual([other]));

  it.each<[string, Onlooker]>([
    ['the same, read before it ended', { ...ended, state: 'live' }],
    ['somebody else’s', basis({ viewer: wei })],
    ['a request', basis({ state: 'opened' })],
    ['what was ended before', basis({ state: 'ended' })],
    ['what is over since the list was read', basis({ until: '2026-11-23T08:00:00.000Z' })],
    ['what has yet to begin', basis({ kind: 'guardianship', from: '2026-11-24T08:00:00.000Z' })],
  ])('is not %s', (_what, other) => expect(restOf(ended, [other], NOW)).toEqual([]));
});
