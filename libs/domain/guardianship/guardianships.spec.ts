import { describe, expect, it } from '@jest/globals';
import { givenFor } from '../../../test/kit/given.js';
import * as a from '../../../test/kit/guardianship.js';
import { CitizenId, ClaimId, guardianshipId, HOUR, open, plus } from '../../kernel/index.js';
import { CN_1 } from '../policy/cn-1.js';
import { ageInstants, confirm, type Confirm, end, evolveGuardianships, type Guardianships, NO_GUARDIANSHIPS, purposesOf, reinstate, stands, suspend, usualScope } from './index.js';

const given = givenFor({ initial: NO_GUARDIANSHIPS, evolve: evolveGuardianships });
const { NOW, north, confirmed, turned } = a;
const later = plus(NOW, 72 * HOUR);

const agreed = (ordinal = 1, changes: Partial<Confirm> = {}): Confirm => ({
  guardianship: guardianshipId(a.stream, ordinal),
  claim: ClaimId(`${ordinal}`.padStart(32, 'c')),
  guardian: a.claimant,
  guardianName: a.nameOf('强'),
  dependent: a.dependent,
  birthDate: '2019-08-01',
  ground: 'parent-of-minor',
  scope: 'results',
  reviewAt: a.REVIEW,
  until: null,
  offices: [north.office, a.south.office],
  at: NOW,
  ...changes,
});
const confirming = (ordinal = 1, changes: Partial<Confirm> = {}) => (all: Guardianships) => confirm(agreed(ordinal, changes), all, CN_1);
const adult = { byAge: false, ages: open(null), purposes: ['FAMRQT', 'SUPNWK'] } as const;

describe('confirming', () => {
  it('makes the first guardian at once', () => given().when(confirming()).thenRecorded(confirmed()));
  it('happens once for a claim, whatever ordinal is asked', () => given(confirmed()).when(confirming(2, { claim: ClaimId('1'.padStart(32, 'c')) })).thenNothing());
  it('takes the next ordinal only', () => given(confirmed()).when(confirming(1, { claim: a.claim })).thenRefused('ordinal-taken'));
  it('tells the one there is: the second takes effect after 72 hours', () => given(confirmed()).when(confirming(2)).thenRecorded(confirmed(2, { from: later })));
  it('a suspended one is told too', () => given(confirmed(), turned('GuardianshipSuspended')).when(confirming(2)).thenRecorded(confirmed(2, { from: later })));
  it('one that ended is not there', () => given(confirmed(), turned('GuardianshipEnded')).when(confirming(2)).thenRecorded(confirmed(2)));
  it('one past its review is not there', () => given(confirmed(1, { reviewAt: NOW })).when(confirming(2)).thenRecorded(confirmed(2)));
  it('one past its end is not there', () => given(confirmed(1, { until: NOW })).when(confirming(2)).thenRecorded(confirmed(2)));
  it('one whose ages cannot be read still counts', () => given(confirmed(1, { ages: { kind: 'shut', sealed: '' } })).when(confirming(2)).thenRecorded(confirmed(2, { from: later })));

  it.each([
    // born         from     the day before and the day of the 14th birthday
    ['2012-03-11', NOW],
    ['2012-03-10', later],
  ])('who was born on %s', (birthDate, from) => given().when(confirming(1, { birthDate })).thenRecorded(confirmed(1, { from, ages: open(ageInstants(birthDate, CN_1)) })));

  it.each([
    ['before', -1, 0],
    ['of', 0, 72 * HOUR],
  ])('in the millisecond %s the 14th birthday', (_when, milliseconds, wait) => {
    const ages = ageInstants('2012-02-29', CN_1);
    const at = plus(ages.fourteen, milliseconds);
    given().when(confirming(1, { birthDate: '2012-02-29', at })).thenRecorded(confirmed(1, { from: plus(at, wait), ages: open(ages), at }));
  });

  it.each(['court-appointed', 'deed-of-guardianship'] as const)('an adult under %s: told, no ages, carer purposes', (ground) =>
    given().when(confirming(1, { ground, birthDate: '1950-01-01' })).thenRecorded(confirmed(1, { ...adult, ground: open(ground), from: later })));
  it('a minor under a court’s order grows up all the same', () =>
    given().when(confirming(1, { ground: 'court-appointed' })).thenRecorded(confirmed(1, { ground: open('court-appointed'), purposes: adult.purposes })));

  it.each([
    ['parent-of-minor', '2008-03-10'],
    ['guardian-of-minor', '2008-03-10'],
    ['deed-of-guardianship', '2008-03-11'],
  ] as const)('%s does not fit who was born on %s', (ground, birthDate) => given().when(confirming(1, { ground, birthDate })).thenRefused('ground-unfit'));
});

describe('acts of a registrar', () => {
  const act = (decide: typeof suspend, ordinal = 1, registrar = north) => (all: Guardianships) =>
    decide({ guardianship: guardianshipId(a.stream, ordinal), registrar, reason: 'a reason', at: NOW }, all);

  const suspended = turned('GuardianshipSuspended');
  const ended = turned('GuardianshipEnded');
  it.each([
    // what          after                         gives
    ['suspend', suspend, [], suspended],
    ['suspend', suspend, [suspended], 'nothing'],
    ['suspend', suspend, [ended], 'nothing'],
    // Recorded also where it changes nothing: a try at an id that one was not given is seen.
    ['reinstate', reinstate, [], turned('GuardianshipReinstated')],
    ['reinstate', reinstate, [suspended], turned('GuardianshipReinstated')],
    ['reinstate', reinstate, [suspended, turned('GuardianshipReinstated')], turned('GuardianshipReinstated')],
    ['reinstate', reinstate, [ended], 'guardianship-ended'],
    ['end', end, [], ended],
    ['end', end, [suspended], ended],
    ['end', end, [ended], 'nothing'],
  ] as const)('%s', (_what, decide, history, outcome) => {
    const decided = given(confirmed(), ...history).when(act(decide));
    if (outcome === 'nothing') decided.thenNothing();
    else if (outcome === 'guardianship-ended') decided.thenRefused(outcome);
    else decided.thenRecorded(outcome);
  });

  it('reach one that is not in effect yet', () => given(confirmed(1, { from: later })).when(act(suspend)).thenRecorded(suspended));
  it('reach the one that was meant', () => given(confirmed(), confirmed(2)).when(act(suspend, 2)).thenRecorded(turned('GuardianshipSuspended', 2)));
  it('know no other', () => given(confirmed()).when(act(suspend, 2)).thenRefused('not-found'));
  it.each([a.claimant, a.dependent])('are not for who is concerned', (person) => {
    given(confirmed()).when(act(end, 1, { ...north, citizen: person })).thenRefused('conflict-of-interest');
    given(confirmed()).when(act(end, 1, { ...north, tiedTo: [CitizenId(person)] })).thenRefused('conflict-of-interest');
  });
});

describe('the fold', () => {
  it('keeps an end for good', () => {
    const state = [confirmed(), turned('GuardianshipEnded'), turned('GuardianshipReinstated')].reduce(evolveGuardianships, NO_GUARDIANSHIPS);
    expect(state.map(({ status }) => status)).toEqual(['ended']);
  });

  it('is not changed by a reinstatement of what is live', () => given(confirmed(), turned('GuardianshipReinstated')).thenState(evolveGuardianships(NO_GUARDIANSHIPS, confirmed())));

  it('reads ages that are shut as shut', () => expect([confirmed(1, { ages: { kind: 'shut', sealed: 'v1.x' } })].reduce(evolveGuardianships, NO_GUARDIANSHIPS)).toMatchObject([{ ages: 'shut' }]));

  it('is not changed by a view', () => {
    const view = { basis: guardianshipId(a.stream, 1), viewer: a.claimant, subject: a.dependent, scope: 'status', purpose: 'FAMRQT', rule: 'cn-1', viewerName: open(a.nameOf('强')), at: NOW } as const;
    given(confirmed(), { type: 'ViewDisclosed', data: view }).thenState(evolveGuardianships(NO_GUARDIANSHIPS, confirmed()));
  });

  // Who stopped being a guardian is not told of those who came later.
  it.each([
    ['is told of all', [confirmed(), confirmed(2)], null],
    ['once suspended, of those there were then', [confirmed(), turned('GuardianshipSuspended'), confirmed(2)], 1],
    ['once ended, of those there were then', [confirmed(), confirmed(2), turned('GuardianshipEnded'), confirmed(3)], 2],
    ['suspended and then ended, of those there were at first', [confirmed(), turned('GuardianshipSuspended'), confirmed(2), turned('GuardianshipEnded')], 1],
    ['reinstated, of all again', [confirmed(), turned('GuardianshipSuspended'), confirmed(2), turned('GuardianshipReinstated')], null],
  ] as const)('a guardian %s', (_what, history, toldOf) => expect([...history].reduce(evolveGuardianships, NO_GUARDIANSHIPS)[0]?.toldOf).toBe(toldOf));

  // Nor is who came later told of one that had ended.
  it.each([
    ['that goes on: all', [confirmed(), confirmed(2)], null],
    ['that is suspended: all', [confirmed(), turned('GuardianshipSuspended'), confirmed(2)], null],
    ['that ended: those there were then', [confirmed(), confirmed(2), turned('GuardianshipEnded'), confirmed(3)], 2],
    ['that was suspended and then ended: those there were at its end', [confirmed(), turned('GuardianshipSuspended'), confirmed(2), turned('GuardianshipEnded'), turned('GuardianshipEnded')], 2],
  ] as const)('who is told of one %s', (_what, history, toldTo) => expect([...history].reduce(evolveGuardianships, NO_GUARDIANSHIPS)[0]?.toldTo).toBe(toldTo));
});

describe('a guardian is there', () => {
  const ages = ageInstants('2012-02-29', CN_1);
  const review = plus(ages.eighteen, HOUR);
  const until = (at: typeof NOW, changes: Parameters<typeof confirmed>[1] = {}): boolean => {
    const [one] = evolveGuardianships(NO_GUARDIANSHIPS, confirmed(1, { ages: open(ages), reviewAt: review, ...changes }));
    return one !== undefined && stands(one, at);
  };

  it.each([
    // until                                     the last moment, and the first after it
    ['the 18th birthday', ages.eighteen, {}],
    ['the review', review, { ages: open(null) }],
    ['the order\'s end', plus(NOW, HOUR), { until: plus(NOW, HOUR) }],
    ['the review, where the age cannot be read', review, { ages: { kind: 'shut', sealed: '' } }],
  ] as const)('until %s', (_what, end, changes) => expect([until(plus(end, -1), changes), until(end, changes)]).toEqual([true, false]));
});

it.each([
  ['parent-of-minor', ['FAMRQT'], 'results'],
  ['guardian-of-minor', ['FAMRQT'], 'results'],
  ['court-appointed', ['FAMRQT', 'SUPNWK'], 'status'],
  ['deed-of-guardianship', ['FAMRQT', 'SUPNWK'], 'status'],
] as const)('%s gives %j, and %s where the paper names no scope', (ground, purposes, scope) => expect([purposesOf(ground), usualScope(ground)]).toEqual([purposes, scope]));
