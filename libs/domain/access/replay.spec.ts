import { describe, expect, it } from '@jest/globals';
import { CitizenId, ConsentId, HOUR, type Instant, open, parseInstant, plus } from '../../kernel/index.js';
import type { ConsentEvent } from '../consent/events.js';
import { type AccessFact, AccessReplay, isBeyond } from './replay.js';

const start = parseInstant('2026-11-23T00:00:00Z');
const [viewer, subject, stranger] = ['1', '2', '3'].map((digit) => CitizenId(digit.repeat(32))) as [CitizenId, CitizenId, CitizenId];
const consent = ConsentId(`c_${'c'.repeat(32)}`);
const name = open({ family: null, given: 'Ada', familyLatin: null, givenLatin: null });
const granted = (at: Instant): ConsentEvent => ({
  type: 'ConsentGranted',
  data: { consent, viewer, subject, scope: 'status', purpose: 'FAMRQT', from: at, until: plus(at, 2 * HOUR), toGuardian: false, policy: 'cn-1', viewerName: name, at },
});
const viewed = (at: Instant): ConsentEvent => ({ type: 'ViewDisclosed', data: { basis: consent, viewer, subject, scope: 'status', purpose: 'FAMRQT', rule: 'cn-1', viewerName: name, at } });
const revoked = (at: Instant): ConsentEvent => ({ type: 'ConsentRevoked', data: { consent, viewer, subject, at } });
const refusedTo = (who: CitizenId, at: Instant): AccessFact => ({
  type: 'ViewRefused',
  data: { viewer: who, basis: consent, subject, scope: 'status', purpose: 'FAMRQT', known: false, viewerName: open(null), at },
});

function historyOf(asOf: Instant, ...facts: readonly AccessFact[]) {
  const replay = new AccessReplay({ subject });
  for (const [index, fact] of facts.entries()) replay.apply(BigInt(index + 1), fact);
  return replay.history(asOf);
}

describe('the replay of access', () => {
  it('shows who could look while a grant lives, and nobody from its end on', () => {
    expect(historyOf(plus(start, HOUR), granted(start)).could).toMatchObject([{ basis: consent, viewer, scope: 'status', answer: 'yes' }]);
    expect(historyOf(plus(start, 2 * HOUR), granted(start)).could).toEqual([]);
  });

  it('shows nobody after a revocation', () => expect(historyOf(plus(start, HOUR), granted(start), revoked(plus(start, 1))).could).toEqual([]));

  it('shows who did, and marks a view outside its window as withheld', () => {
    const { did } = historyOf(plus(start, HOUR), granted(start), viewed(plus(start, 1)), viewed(plus(start, 2 * HOUR)));
    expect(did.map(({ shown }) => shown)).toEqual(['shown', 'withheld']);
  });

  it('marks a view after the revocation as withheld', () => {
    const { did } = historyOf(plus(start, HOUR), granted(start), revoked(plus(start, 1)), viewed(plus(start, 2)));
    expect(did.map(({ shown }) => shown)).toEqual(['withheld']);
  });

  it('tells what changed who can look, with its terms and without, and nothing else', () => {
    const { changed } = historyOf(plus(start, HOUR), granted(start), viewed(plus(start, 1)), refusedTo(stranger, plus(start, 2)), revoked(plus(start, 3)));
    const terms = { scope: 'status', purposes: ['FAMRQT'], from: start, until: plus(start, 2 * HOUR), byAge: false };
    expect(changed).toEqual([
      { position: 1n, type: 'ConsentGranted', basis: consent, viewer, at: start, terms },
      { position: 4n, type: 'ConsentRevoked', basis: consent, viewer, at: plus(start, 3), terms: null },
    ]);
  });

  it('shows who was refused', () => expect(historyOf(plus(start, HOUR), refusedTo(stranger, start)).refused).toMatchObject([{ viewer: stranger, position: 1n }]));

  it('takes the prefix that lies within the point asked for', () => {
    expect([isBeyond({ position: 4n }, 4n, start), isBeyond({ position: 4n }, 5n, start)]).toEqual([false, true]);
    expect([isBeyond({ time: start }, 9n, start), isBeyond({ time: start }, 1n, plus(start, 1))]).toEqual([false, true]);
  });
});
