import { describe, expect, it } from '@jest/globals';
import { claimant, confirmed, dependent, NOW, REVIEW, stream, turned } from '../../../test/kit/guardianship.js';
import { type BasisId, CitizenId, ConsentId, guardianshipId, type Instant, MINUTE, open, plus } from '../../kernel/index.js';
import type { ConsentEvent, ConsentGranted } from '../consent/events.js';
import type { GuardianshipEvent } from '../guardianship/events.js';
import { type AccessFact, AccessReplay, type Concern, judgedAt } from './replay.js';

const [first, second] = [guardianshipId(stream, 1), guardianshipId(stream, 2)];
const consent = ConsentId(`c_${'c'.repeat(32)}`);
const other = CitizenId('2'.repeat(32));
const name = open({ family: null, given: 'Ada', familyLatin: null, givenLatin: null });
const shut = confirmed(1, { ages: { kind: 'shut', sealed: 'v1.x' } });
const looked = (basis: BasisId = first, changes: { readonly viewer?: CitizenId; readonly purpose?: 'SUPNWK'; readonly at?: Instant } = {}): Extract<GuardianshipEvent, { type: 'ViewDisclosed' }> => ({
  type: 'ViewDisclosed',
  data: { basis, viewer: claimant, subject: dependent, scope: 'results', purpose: 'FAMRQT', rule: 'cn-1', viewerName: name, at: NOW, ...changes },
});
const parties = { consent, viewer: claimant, subject: other, at: NOW };
const requested: ConsentEvent = { type: 'ConsentRequested', data: { consent, viewer: claimant, scope: 'status', purpose: 'FAMRQT', until: REVIEW, codeHash: 'ab', codeUntil: REVIEW, policy: 'cn-1', label: open('Mum'), at: NOW } };
const granted = (changes: Partial<ConsentGranted['data']> = {}): ConsentEvent => ({
  type: 'ConsentGranted',
  data: { ...parties, scope: 'status', purpose: 'FAMRQT', from: NOW, until: REVIEW, toGuardian: false, policy: 'cn-1', viewerName: name, ...changes },
});

function replayed(concern: Concern, ...facts: readonly AccessFact[]) {
  const replay = new AccessReplay(concern);
  for (const [index, fact] of facts.entries()) replay.apply(BigInt(index + 1), fact);
  return replay.history(plus(NOW, MINUTE));
}
const about = { subject: dependent };
const terms = { scope: 'results', purposes: ['FAMRQT'], from: NOW, until: REVIEW };

describe('the replay of a guardianship, without any key,', () => {
  it('leaves to age what age decides', () =>
    expect(replayed(about, shut).could).toEqual([{ basis: first, viewer: claimant, subject: dependent, ...terms, answer: 'as-age-allows' }]));

  it('is sure of an adult\'s guardian', () => expect(replayed(about, confirmed(1, { byAge: false, ages: open(null) })).could).toMatchObject([{ answer: 'yes' }]));

  it.each([
    ['suspended', [turned('GuardianshipSuspended')], 0],
    ['reinstated', [turned('GuardianshipSuspended'), turned('GuardianshipReinstated')], 1],
    ['ended', [turned('GuardianshipEnded')], 0],
  ] as const)('knows that it was %s', (_what, turns, could) => expect(replayed(about, shut, ...turns).could).toHaveLength(could));

  it('tells each turn of it, with what it then allows', () => {
    const turns = [turned('GuardianshipSuspended'), turned('GuardianshipReinstated'), turned('GuardianshipEnded')];
    const facts = { basis: first, viewer: claimant, at: NOW };
    expect(replayed(about, shut, ...turns).changed).toEqual([
      { position: 1n, type: 'GuardianshipConfirmed', ...facts, terms: { ...terms, byAge: true } },
      { position: 2n, type: 'GuardianshipSuspended', ...facts, terms: null },
      { position: 3n, type: 'GuardianshipReinstated', ...facts, terms: { ...terms, byAge: true } },
      { position: 4n, type: 'GuardianshipEnded', ...facts, terms: null },
    ]);
  });

  it('says of an adult\'s that age has no say', () => expect(replayed(about, confirmed(1, { byAge: false, ages: open(null) })).changed).toMatchObject([{ terms: { byAge: false } }]));

  it.each([
    ['its guardian', [shut], looked(), 'shown'],
    ['its guardian, as age allows or not', [shut, turned('GuardianshipSuspended')], looked(), 'withheld'],
    ['somebody else', [shut], looked(first, { viewer: other }), 'withheld'],
    ['its guardian, for another purpose', [shut], looked(first, { purpose: 'SUPNWK' }), 'withheld'],
    ['its guardian, before it counts', [shut], looked(first, { at: plus(NOW, -1) }), 'withheld'],
    ['whoever names one that was never confirmed', [shut], looked(second), 'withheld'],
    ['whoever names one of a person who has none', [], looked(), 'withheld'],
  ] as const)('judges a look by %s', (_who, facts, look, shown) => expect(replayed(about, ...facts, look).did).toMatchObject([{ basis: look.data.basis, viewer: look.data.viewer, shown }]));

  it('takes an odd history as it is: what was reinstated but never confirmed allows nothing', () =>
    expect(replayed(about, turned('GuardianshipReinstated'))).toMatchObject({ could: [], changed: [{ type: 'GuardianshipReinstated', terms: null }] }));
});

describe('a replay concerns', () => {
  const all = [requested, shut, granted(), confirmed(2), looked(second), turned('GuardianshipSuspended', 2)];
  const bases = ({ could, changed, did }: ReturnType<typeof replayed>) => [could, changed, did].map((list) => list.map(({ basis }) => basis));

  it('one subject', () => expect(bases(replayed(about, ...all))).toEqual([[first], [first, second, second], [second]]));
  it('the subject of a consent', () => expect(bases(replayed({ subject: other }, ...all))).toEqual([[consent], [consent], []]));
  it('one basis among others of the same subject', () => expect(bases(replayed({ basis: second }, ...all))).toEqual([[], [second, second], [second]]));
  it('one consent', () => expect(bases(replayed({ basis: consent }, ...all))).toEqual([[consent], [consent], []]));
  it('everybody', () => expect(bases(replayed('everybody', ...all))).toEqual([[consent, first], [first, consent, second, second], [second]]));
  it('nobody, as long as a consent was only asked for', () => expect(replayed('everybody', requested)).toEqual({ could: [], changed: [], did: [], refused: [] }));
});

describe('the replay of a consent', () => {
  it.each(['ConsentRevoked', 'ConsentRelinquished'] as const)('allows nothing after %s', (type) =>
    expect(replayed('everybody', granted(), { type, data: parties })).toMatchObject({ could: [], changed: [{ type: 'ConsentGranted' }, { type, terms: null }] }));

  it('allows nothing after it ended because a party is closing', () =>
    expect(replayed('everybody', granted(), { type: 'ConsentEnded', data: { ...parties, cause: 'viewer-closing' } })).toMatchObject({ could: [], changed: [{}, { type: 'ConsentEnded', terms: null }] }));

  it('takes an odd history as it is: a code that is opened once more ends nothing', () =>
    expect(replayed('everybody', requested, granted(), { type: 'ConsentCodeOpened', data: parties }).could).toMatchObject([{ basis: consent }]));
  it('knows a carer, whose purpose is the only one granted', () => expect(replayed('everybody', granted({ purpose: 'SUPNWK' })).could).toMatchObject([{ purposes: ['SUPNWK'], answer: 'yes' }]));
  it('withholds a look under one that nobody granted', () => expect(replayed('everybody', looked(consent)).did).toMatchObject([{ shown: 'withheld' }]));
  it('keeps apart what was refused and what was shown', () => {
    const data = { viewer: other, basis: consent, subject: other, scope: 'status', purpose: 'FAMRQT', known: false, viewerName: open(null), at: NOW } as const;
    expect(replayed('everybody', { type: 'ViewRefused', data })).toMatchObject({ could: [], changed: [], did: [], refused: [{ position: 1n, basis: consent, viewer: other, scope: 'status', purpose: 'FAMRQT', at: NOW }] });
  });
});

it('windows are judged at the instant asked for, or at that of the latest event', () => {
  expect([judgedAt({ time: NOW }, REVIEW), judgedAt({ position: 7n }, REVIEW)]).toEqual([NOW, REVIEW]);
});
