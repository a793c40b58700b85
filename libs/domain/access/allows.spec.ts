import { describe, expect, it } from '@jest/globals';
import { CitizenId, ConsentId, instant, type Instant, plus } from '../../kernel/index.js';
import type { Purpose, Scope } from '../scope.js';
import { allows, clearlyAllows, termsOf } from './allows.js';
import { type Basis, consentBasis, type GuardianshipFacts } from './basis.js';

const daughter = CitizenId('d'.repeat(32));
const mother = CitizenId('a'.repeat(32));
const T0 = instant(1_800_000_000_000);
const at = (hours: number): Instant => plus(T0, hours * 3_600_000);
const years = (count: number): Instant => at(count * 8766);

const consent = (scope: Scope, live: 'live' | 'revoked'): Basis => ({
  kind: 'consent',
  grant: { viewer: daughter, subject: mother, scope, purpose: 'FAMRQT', from: at(0), until: at(24), toGuardian: false },
  live: live === 'live',
});
const facts: GuardianshipFacts = {
  guardian: mother,
  dependent: daughter,
  scope: 'results',
  purposes: ['FAMRQT'],
  byAge: true,
  ages: { fourteen: years(2), eighteen: years(6) },
  from: at(72),
  reviewAt: years(5),
  until: null,
  status: 'live',
};
const guardian = (changes: Partial<GuardianshipFacts> = {}): Basis => ({ kind: 'guardianship', facts: { ...facts, ...changes } });
const court = { byAge: false, ages: null, until: years(3) };
const revoked = 'outside-grant status FAMRQT';
const nobody = CitizenId('f'.repeat(32));

// prettier-ignore
const table: readonly (readonly [string, Basis | undefined, CitizenId, Scope, Purpose, Instant, string])[] = [
  // what it stands on                         basis                                who       asks       why       when           answer
  [ 'nothing',                                 undefined,                           daughter, 'status',  'FAMRQT', at(1),         'no' ],
  [ 'a grant of status',                       consent('status', 'live'),           daughter, 'status',  'FAMRQT', at(1),         'yes status' ],
  [ 'the first instant of a grant',            consent('status', 'live'),           daughter, 'status',  'FAMRQT', at(0),         'yes status' ],
  [ 'before a grant counts',                   consent('status', 'live'),           daughter, 'status',  'FAMRQT', at(-1),        'no' ],
  [ 'the last instant of a grant',             consent('status', 'live'),           daughter, 'status',  'FAMRQT', plus(at(24), -1), 'yes status' ],
  [ 'the end of a grant',                      consent('status', 'live'),           daughter, 'status',  'FAMRQT', at(24),        revoked ],
  [ 'less than was granted',                   consent('results', 'live'),          daughter, 'status',  'FAMRQT', at(1),         'yes status' ],
  [ 'all that was granted',                    consent('results', 'live'),          daughter, 'results', 'FAMRQT', at(1),         'yes results' ],
  [ 'more than was granted',                   consent('status', 'live'),           daughter, 'results', 'FAMRQT', at(1),         revoked ],
  [ 'another purpose',                         consent('status', 'live'),           daughter, 'status',  'SUPNWK', at(1),         revoked ],
  [ 'somebody else\'s grant',                  consent('results', 'live'),          nobody,   'status',  'FAMRQT', at(1),         'no' ],
  [ 'somebody else\'s grant, more than it',    consent('status', 'live'),           nobody,   'results', 'FAMRQT', at(1),         'no' ],
  [ 'the subject, asking about themselves',    consent('status', 'live'),           mother,   'status',  'FAMRQT', at(1),         'no' ],
  [ 'a revoked grant',                         consent('status', 'revoked'),        daughter, 'status',  'FAMRQT', at(1),         'no' ],
  [ 'a revoked grant, more than it',           consent('status', 'revoked'),        daughter, 'results', 'FAMRQT', at(1),         revoked ],
  [ 'a revoked grant, another purpose',        consent('status', 'revoked'),        daughter, 'status',  'SUPNWK', at(1),         revoked ],
  [ 'a revoked grant after its window',        consent('status', 'revoked'),        daughter, 'status',  'FAMRQT', at(24),        revoked ],
  [ 'a child under 14',                        guardian(),                          mother,   'results', 'FAMRQT', at(72),        'yes results, no institution' ],
  [ 'a child under 14, status',                guardian(),                          mother,   'status',  'FAMRQT', at(72),        'yes status, no institution' ],
  [ 'a guardianship told 72 hours before',     guardian(),                          mother,   'status',  'FAMRQT', at(71),        'no' ],
  [ 'the same, asking for another purpose',    guardian(),                          mother,   'status',  'SUPNWK', at(71),        'no' ],
  [ 'a guardianship confirmed for status',     guardian({ scope: 'status' }),       mother,   'results', 'FAMRQT', at(72),        'outside-grant status FAMRQT' ],
  [ 'a purpose parents do not have',           guardian(),                          mother,   'status',  'SUPNWK', at(72),        'outside-grant results FAMRQT' ],
  [ 'the moment before the 14th birthday',     guardian(),                          mother,   'results', 'FAMRQT', plus(years(2), -1), 'yes results, no institution' ],
  [ 'the 14th birthday, results',              guardian(),                          mother,   'results', 'FAMRQT', years(2),      'outside-grant status FAMRQT' ],
  [ 'the 14th birthday, status',               guardian(),                          mother,   'status',  'FAMRQT', years(2),      'yes status, no institution' ],
  [ 'a review date that passed',               guardian(),                          mother,   'status',  'FAMRQT', years(5),      'outside-grant status FAMRQT' ],
  [ 'the moment before the 18th birthday',     guardian({ reviewAt: years(9) }),    mother,   'status',  'FAMRQT', plus(years(6), -1), 'yes status, no institution' ],
  [ 'the 18th birthday',                       guardian({ reviewAt: years(9) }),    mother,   'status',  'FAMRQT', years(6),      'outside-grant status FAMRQT' ],
  [ 'an age nobody can read',                  guardian({ ages: 'shut' }),          mother,   'status',  'FAMRQT', at(72),        'no' ],
  [ 'an age nobody can read, another purpose', guardian({ ages: 'shut' }),          mother,   'status',  'SUPNWK', at(72),        'no' ],
  [ 'an age that is missing',                  guardian({ ages: null }),            mother,   'status',  'FAMRQT', at(72),        'no' ],
  [ 'a suspended guardianship',                guardian({ status: 'suspended' }),   mother,   'status',  'FAMRQT', at(72),        'no' ],
  [ 'a suspended one, more than it',           guardian({ status: 'suspended' }),   mother,   'status',  'SUPNWK', at(72),        'outside-grant results FAMRQT' ],
  [ 'an ended guardianship',                   guardian({ status: 'ended' }),       mother,   'status',  'FAMRQT', at(72),        'no' ],
  [ 'somebody else\'s dependent',              guardian(),                          nobody,   'status',  'FAMRQT', at(72),        'no' ],
  [ 'a court\'s order about an adult',         guardian(court),                     mother,   'results', 'FAMRQT', years(2),      'yes results, no institution' ],
  [ 'a court\'s order at its end',             guardian(court),                     mother,   'results', 'FAMRQT', years(3),      'outside-grant results FAMRQT' ],
  [ 'an order whose age is shut',              guardian({ ...court, ages: 'shut' }), mother,  'status',  'FAMRQT', years(2),      'no' ],
];

describe('a view of another person on', () => {
  it.each(table)('%s', (_what, ...[basis, viewer, scope, purpose, now, expected]) => expect(told(allows({ viewer, scope, purpose }, basis, now))).toBe(expected));
});

function told(answer: ReturnType<typeof allows>): string {
  if (answer.kind === 'no') return 'no';
  if (answer.kind === 'outside-grant') return ['outside-grant', answer.terms.scope, ...answer.terms.purposes].join(' ');
  return `yes ${answer.scope}${answer.hidesInstitution ? ', no institution' : ''}`;
}

describe('the clear half, for who holds no key,', () => {
  const asked = { viewer: mother, scope: 'results', purpose: 'FAMRQT' } as const;

  it('leaves age open', () => expect(clearlyAllows(asked, guardian({ ages: 'shut' }), years(4))).toBe('as-age-allows'));
  it('is sure where age has no say', () => expect(clearlyAllows(asked, guardian({ ...court, ages: 'shut' }), years(2))).toBe('yes'));
  it('says no without a basis', () => expect(clearlyAllows(asked, undefined, years(2))).toBe('no'));
  it('says no after a suspension', () => expect(clearlyAllows(asked, guardian({ status: 'suspended' }), years(2))).toBe('no'));
});

describe('the window of a yes', () => {
  const end = (scope: Scope, basis: Basis) => {
    const answer = allows({ viewer: mother, scope, purpose: 'FAMRQT' }, basis, at(72));
    return answer.kind === 'yes' ? answer.until : undefined;
  };

  it('ends for results at 14', () => expect(end('results', guardian())).toBe(years(2)));
  it('ends for status at the review', () => expect(end('status', guardian())).toBe(years(5)));
  it('ends for status at 18 where that is first', () => expect(end('status', guardian({ reviewAt: years(9) }))).toBe(years(6)));
  it('ends when the order does', () => expect(end('results', guardian(court))).toBe(years(3)));
});

describe('the terms that a holder is told', () => {
  // prettier-ignore
  it.each<readonly [string, Basis, Instant, string | undefined]>([
    // of                              basis                              when        scope
    [ 'a grant of results',            consent('results', 'live'),        at(1),      'results' ],
    [ 'a grant of results, long ago',  consent('results', 'live'),        years(1),   'results' ],
    [ 'a grant that was revoked',      consent('status', 'revoked'),      at(1),      'status' ],
    [ 'a child under 14',              guardian(),                        at(72),     'results' ],
    [ 'a child of 14',                 guardian(),                        years(2),   'status' ],
    [ 'an age nobody can read',        guardian({ ages: 'shut' }),        at(72),     undefined ],
    [ 'an age that is missing',        guardian({ ages: null }),          at(72),     undefined ],
    [ 'an adult under a court\'s order', guardian(court),                 at(72),     'results' ],
  ])('under %s', (_what, basis, now, scope) => expect(termsOf(basis, now)?.scope).toBe(scope));
});

describe('a consent is a basis', () => {
  const asked = { scope: 'status', purpose: 'FAMRQT', until: at(24) } as const;
  const grant = { viewer: daughter, subject: mother, ...asked, from: at(0), toGuardian: false };
  const request = { consent: ConsentId(`c_${'c'.repeat(32)}`), viewer: daughter, asked, codeHash: 'ab', codeUntil: at(1) };

  it('while it is live', () => expect(consentBasis({ status: 'live', grant })).toEqual({ kind: 'consent', grant, live: true }));
  it('after it ended, so that its holder hears their own terms', () => expect(consentBasis({ status: 'ended', grant })).toEqual({ kind: 'consent', grant, live: false }));
  it('not before it was granted', () => {
    expect(consentBasis({ status: 'none' })).toBeUndefined();
    expect(consentBasis({ status: 'requested', ...request })).toBeUndefined();
    expect(consentBasis({ status: 'opened', ...request, subject: mother })).toBeUndefined();
  });
  it('not once it was declined', () => expect(consentBasis({ status: 'declined', ...request, subject: mother })).toBeUndefined());
});
