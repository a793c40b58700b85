import { describe, expect, it } from '@jest/globals';
import { type Arbitrary, assert, boolean, constant, constantFrom, integer, oneof, option, property, record, tuple, uniqueArray } from 'fast-check';
import { CitizenId, instant, type Instant } from '../../kernel/index.js';
import type { Grant } from '../consent/consent.js';
import type { AgeInstants } from '../guardianship/events.js';
import { PURPOSES, SCOPES } from '../scope.js';
import { allows, type Asked, clearlyAllows } from './allows.js';
import type { Basis, GuardianshipFacts } from './basis.js';

const people = ['a', 'b', 'c'].map((digit) => CitizenId(digit.repeat(32)));
const person = constantFrom(...people);
const when: Arbitrary<Instant> = integer({ min: 0, max: 12 }).map(instant);
const scope = constantFrom(...SCOPES);
const purpose = constantFrom(...PURPOSES);

const ages = tuple(integer({ min: 0, max: 8 }), integer({ min: 1, max: 4 })).map(([fourteen, more]) => ({ fourteen: instant(fourteen), eighteen: instant(fourteen + more) }));

const consents: Arbitrary<Basis> = record({
  kind: constant('consent'),
  grant: record({ viewer: person, subject: person, scope, purpose, from: when, until: when, toGuardian: boolean() }),
  live: boolean(),
});
const guardianships: Arbitrary<Basis> = record({
  kind: constant('guardianship'),
  facts: record({
    guardian: person,
    dependent: person,
    scope,
    purposes: uniqueArray(purpose),
    byAge: boolean(),
    from: when,
    reviewAt: when,
    until: option(when),
    ages: oneof(ages, constantFrom(null, 'shut')),
    status: constantFrom('live', 'suspended', 'ended'),
  }),
});
const questions = tuple(record({ viewer: person, scope, purpose }), oneof(consents, guardianships), when);

type Kind = 'yes' | 'outside-grant' | 'no';

/** The rules once more, each as a sentence of its own. */
function naive(asked: Asked, basis: Basis, now: Instant): Kind {
  const granted = basis.kind === 'consent' ? naiveConsent(asked, basis.grant, now) : naiveGuardian(asked, basis.facts, now);
  const live = basis.kind === 'consent' ? basis.live : basis.facts.status === 'live';
  return granted === 'yes' && !live ? 'no' : granted;
}

function naiveConsent(asked: Asked, { viewer, from, until, scope, purpose }: Grant, now: Instant): Kind {
  if (viewer !== asked.viewer || now < from) return 'no';
  const wider = asked.scope === 'results' && scope === 'status';
  return now >= until || asked.purpose !== purpose || wider ? 'outside-grant' : 'yes';
}

function naiveGuardian(asked: Asked, facts: GuardianshipFacts, now: Instant): Kind {
  if (facts.guardian !== asked.viewer || now < facts.from) return 'no';
  if (facts.byAge && facts.ages === null) return 'no';
  return facts.ages === 'shut' ? 'no' : naiveAged(asked, facts, naiveAge(facts.ages, now), now);
}

function naiveAged(asked: Asked, facts: GuardianshipFacts, age: 'child' | 'youth' | 'adult', now: Instant): Kind {
  const outside = [
    now >= facts.reviewAt,
    now >= (facts.until ?? facts.reviewAt),
    age === 'adult',
    asked.scope === 'results' && facts.scope === 'status',
    asked.scope === 'results' && age === 'youth',
    !facts.purposes.includes(asked.purpose),
  ];
  return outside.includes(true) ? 'outside-grant' : 'yes';
}

function naiveAge(ages: AgeInstants | null, now: Instant): 'child' | 'youth' | 'adult' {
  if (ages === null || now < ages.fourteen) return 'child';
  return now < ages.eighteen ? 'youth' : 'adult';
}

const asLive = (basis: Basis, live: boolean): Basis =>
  basis.kind === 'consent' ? { ...basis, live } : { kind: 'guardianship', facts: { ...basis.facts, status: live ? 'live' : 'suspended' } };

describe('for any basis and any question', () => {
  it('the answer is that of the rules said plainly', () => {
    assert(property(questions, ([asked, basis, now]) => expect(allows(asked, basis, now).kind).toBe(naive(asked, basis, now))), { numRuns: 3000 });
  });

  it('a yes lies in the window it names', () => {
    assert(
      property(questions, ([asked, basis, now]) => {
        const answer = allows(asked, basis, now);
        expect(answer.kind !== 'yes' || (answer.from <= now && now < answer.until)).toBe(true);
      }),
    );
  });

  it('outside the grant, nobody can tell a live one from a revoked one', () => {
    assert(
      property(questions, ([asked, basis, now]) => {
        const live = allows(asked, asLive(basis, true), now);
        expect(allows(asked, asLive(basis, false), now)).toEqual(live.kind === 'yes' ? { kind: 'no' } : live);
      }),
    );
  });

  it('the clear half never says no to what was allowed', () => {
    assert(
      property(questions, ([asked, basis, now]) => {
        const clear = clearlyAllows(asked, basis, now);
        expect(allows(asked, basis, now).kind !== 'yes' || clear === 'yes' || clear === 'as-age-allows').toBe(true);
      }),
    );
  });
});
