import { describe, it } from '@jest/globals';
import * as a from '../../../test/kit/guardianship.js';
import { givenFor } from '../../../test/kit/given.js';
import { CitizenId, DAY, open, plus, StaffId } from '../../kernel/index.js';
import { CN_1 } from '../policy/cn-1.js';
import { type Claim, type ClaimEvent, type ClaimRefusal, evolveClaim, NO_CLAIM } from './index.js';
import { close, deal, makeClaim, propose } from './claim-decide.js';
import { yearsLater } from './age.js';

const given = givenFor({ initial: NO_CLAIM, evolve: evolveClaim });
const { NOW, north, south, claimed, dealt, proposed } = a;
const UNENROLLED = { ...north, citizen: null };
const NORTH_TWO = { ...north, staff: StaffId('03'.repeat(16)), citizen: null, independentOf: [north.staff] };
const unread: ClaimEvent = { type: 'GuardianshipClaimed', data: { claim: a.claim, claimant: a.claimant, details: { kind: 'shut', sealed: '' }, at: NOW } };

describe('claiming', () => {
  const make = (label: string | null) => (state: Claim) => makeClaim({ claim: a.claim, claimant: a.claimant, details: a.details(), label, at: NOW }, state);
  it('records what was claimed', () => given().when(make(null)).thenRecorded(claimed()));
  it('and what the claimant calls them, beside it', () => given().when(make('宝宝')).thenRecorded(claimed(), a.labelled));
  it('once', () => given(claimed()).when(make('宝宝')).thenNothing());
});

describe('dealing', () => {
  const to = (registrar = north, at = NOW) => (state: Claim) => deal({ registrar, at }, state, CN_1);

  it('hands a new claim to one registrar for 30 minutes', () => given(claimed()).when(to()).thenRecorded(dealt(north)));
  it('leaves an open deal with who holds it', () => given(claimed(), dealt(north)).when(to(north, a.MINUTES(29))).thenNothing());
  it('keeps an open deal from everybody else', () => given(claimed(), dealt(north)).when(to(south, a.MINUTES(29))).thenRefused('claim-taken'));
  it('is exclusive by office, too', () => given(claimed(), dealt(north)).when(to({ ...north, office: south.office })).thenRefused('claim-taken'));
  it('deals a lapsed one again', () => given(claimed(), dealt(north)).when(to(south, a.MINUTES(30))).thenRecorded(dealt(south, a.MINUTES(30))));
  it('hands a proposed one to another office', () => given(claimed(), dealt(north), proposed(north)).when(to(south)).thenRecorded(dealt(south)));
  it('not to the proposer', () => given(claimed(), dealt(north), proposed(north)).when(to(north)).thenRefused('claim-taken'));
  it('not to their office', () => given(claimed(), dealt(north), proposed(north)).when(to(NORTH_TWO)).thenRefused('claim-taken'));
  it('not to the proposer at another office', () => given(claimed(), proposed(north)).when(to({ ...north, office: south.office })).thenRefused('claim-taken'));
  it('not to one who is no citizen, at another office', () => given(claimed(), proposed(UNENROLLED)).when(to({ ...UNENROLLED, office: south.office })).thenRefused('claim-taken'));
  it('not to the proposer, though they count as independent of themselves', () => given(claimed(), proposed(UNENROLLED)).when(to({ ...UNENROLLED, office: south.office, independentOf: [north.staff] })).thenRefused('claim-taken'));
  it('but to another who is no citizen either', () => given(claimed(), proposed(UNENROLLED)).when(to({ ...south, citizen: null })).thenRecorded(dealt(south)));
  it('not to the same person under another account', () => given(claimed(), proposed(north)).when(to({ ...south, citizen: north.citizen })).thenRefused('claim-taken'));
  it('not to the claimant', () => given(claimed()).when(to({ ...north, citizen: a.claimant })).thenRefused('claim-taken'));
  it('not to who has a tie with them', () => given(claimed()).when(to({ ...north, tiedTo: [a.claimant] })).thenRefused('claim-taken'));
  it('not to who was not seen to have their duty from other hands than the proposer', () => given(claimed(), proposed(north)).when(to({ ...south, independentOf: [NORTH_TWO.staff] })).thenRefused('claim-taken'));
  it('not to whom it is about', () => given(claimed()).when(to({ ...north, document: a.details().document })).thenRefused('claim-taken'));
  it('but to who has another document', () => given(claimed()).when(to({ ...north, document: { ...a.details().document, state: 'HK' } })).thenRecorded(dealt(north)));
  it('also one whose paper nobody can read, to who has a document', () => given(unread).when(to({ ...north, document: a.details().document })).thenRecorded(dealt(north)));
  it('deals no decided one', () => given(claimed(), a.closed(north, 'expired')).when(to()).thenRefused('claim-taken'));
  it('deals none that does not exist', () => given().when(to()).thenRefused('claim-taken'));
});

describe('proposing', () => {
  const terms = { scope: 'results' as const, reviewAt: a.REVIEW, until: null };
  const by = (registrar = north, changes: object = {}, at = NOW) => (state: Claim) => propose({ registrar, at, ...terms, ...changes }, state, CN_1);
  const limit = yearsLater(NOW, 5, CN_1);

  it('takes terms from who holds the deal', () => given(claimed(), dealt(north)).when(by()).thenRecorded(proposed(north)));
  it.each([
    ['nobody holds it', claimed(), north],
    ['another holds it', dealt(south), north],
    ['a colleague in their office holds it', dealt(south), { ...south, staff: NORTH_TWO.staff }],
    ['they hold it in another office', dealt(south), { ...south, office: north.office }],
    ['it was proposed meanwhile', proposed(north), north],
    ['it was countersigned', a.countersigned(south), south],
    ['it was closed', a.closed(south, 'expired'), south],
  ])('is not found where %s', (_why, last, registrar) => given(claimed(), proposed(north), last).when(by(registrar)).thenRefused('not-found'));
  it('waits for no lapsed deal', () => given(claimed(), dealt(north)).when(by(north, {}, a.MINUTES(30))).thenRefused('deal-lapsed'));
  it('happens once', () => given(claimed(), proposed(north), dealt(south)).when(by(south)).thenRefused('claim-already-proposed'));
  it('is not for the claimant’s own', () => given(claimed(), dealt(north)).when(by({ ...north, tiedTo: [a.claimant] })).thenRefused('conflict-of-interest'));
  it('is not for whom it is about', () => given(claimed(), dealt(north)).when(by({ ...north, document: a.details().document })).thenRefused('conflict-of-interest'));
  it('needs details that open', () => given(unread, dealt(north)).when(by()).thenRefused('not-found'));

  it.each<[string, object, ClaimRefusal, string]>([
    ['review at once', { reviewAt: NOW }, 'window', 'reviewAt'],
    ['review after five years', { reviewAt: plus(limit, 1) }, 'window', 'reviewAt'],
    ['an end in the past', { until: NOW }, 'window', 'until'],
    ['an end at the 18th birthday', { until: a.shanghai('2037-08-01') }, 'window', 'until'],
    ['an end on the eve of the 14th', { until: plus(a.shanghai('2033-08-01'), 1 - DAY) }, 'window', 'until'],
  ])('refuses %s', (_what, changes, code, field) => given(claimed(), dealt(north)).when(by(north, changes)).thenRefused(code, field));
  it.each([a.shanghai('2033-08-01'), a.shanghai('2037-08-01')])('takes an end a whole day from a birthday', (birthday) => {
    for (const until of [plus(birthday, -DAY), plus(birthday, DAY)]) given(claimed(), dealt(north)).when(by(north, { until })).thenRecorded({ type: 'ConfirmationProposed', data: { ...eventOf(proposed(north)), until } });
  });
  it('takes a review at five years', () => given(claimed(), dealt(north)).when(by(north, { reviewAt: limit })).thenRecorded({ type: 'ConfirmationProposed', data: { ...eventOf(proposed(north)), reviewAt: limit } }));

  it.each([
    ['parent-of-minor', '2008-03-10'],
    ['deed-of-guardianship', '2008-03-11'],
  ] as const)('refuses %s for somebody born on %s', (ground, born) => given(claimed(a.details(ground, born)), dealt(north)).when(by()).thenRefused('ground-unfit', 'ground'));

  it.each([
    ['parent-of-minor', '2008-03-11', 'results'],
    ['deed-of-guardianship', '2008-03-10', 'status'],
    ['court-appointed', '2008-03-11', 'status'],
  ] as const)('without a scope, %s of somebody born on %s gives %s', (ground, born, scope) =>
    given(claimed(a.details(ground, born)), dealt(north)).when(by(north, { scope: undefined })).thenRecorded({ type: 'ConfirmationProposed', data: { ...eventOf(proposed(north)), scope } }));

  it('keeps who proposed as a citizen for the countersignature, sealed', () => given(claimed(), dealt(NORTH_TWO)).when(by(NORTH_TWO)).thenRecorded({ type: 'ConfirmationProposed', data: { ...eventOf(proposed(NORTH_TWO)), proposer: open(null) } }));
});

describe('closing', () => {
  const by = (registrar = north, at = NOW) => (state: Claim) => close({ registrar, at, reason: 'expired' }, state);
  it('is for who holds the deal', () => given(claimed(), dealt(north)).when(by()).thenRecorded(a.closed(north, 'expired')));
  it('also for the second', () => given(claimed(), proposed(north), dealt(south)).when(by(south)).thenRecorded(a.closed(south, 'expired')));
  it('not for one who may be of the proposer’s hand', () => given(claimed(), proposed(north), dealt(south)).when(by({ ...south, independentOf: [] })).thenRefused('conflict-of-interest'));
  it('not for another', () => given(claimed(), dealt(south)).when(by()).thenRefused('not-found'));
  it('not after the deal lapsed', () => given(claimed(), dealt(north)).when(by(north, a.MINUTES(31))).thenRefused('deal-lapsed'));
  it('not for the claimant', () => given(claimed(), dealt(north)).when(by({ ...north, citizen: a.claimant })).thenRefused('conflict-of-interest'));
  it('leaves nothing of what was claimed', () => given(claimed(), dealt(north), a.closed(north, 'expired'), a.erased).thenState({ status: 'erased', claim: a.claim, claimant: CitizenId(a.claimant), label: undefined }));
  it('but the claimant’s own word for them', () => given(claimed(), a.labelled, dealt(north), a.closed(north, 'expired'), a.erased).thenState({ status: 'erased', claim: a.claim, claimant: CitizenId(a.claimant), label: '宝宝' }));
});

describe('the fold takes an odd history as it is:', () => {
  it('a word for nobody is nobody\'s', () => given(a.labelled).thenState(NO_CLAIM));
  it('what nobody proposed is not countersigned', () => given(claimed(), a.countersigned(south)).thenState(evolveClaim(NO_CLAIM, claimed())));
  it('what nobody claimed has no label when it is closed', () => given(a.closed(north, 'expired')).thenState({ status: 'closed', claim: a.claim, claimant: a.claimant, label: undefined }));
});

function eventOf(event: ReturnType<typeof proposed>) {
  if (event.type !== 'ConfirmationProposed') throw new Error('not a proposal');
  return event.data;
}
