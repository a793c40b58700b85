import { describe, it } from '@jest/globals';
import { givenFor } from '../../../test/kit/given.js';
import * as a from '../../../test/kit/guardianship.js';
import { CitizenId, guardianshipId } from '../../kernel/index.js';
import { CN_1 } from '../policy/cn-1.js';
import { abandon, type Claim, countersign, erase, evolveClaim, type Match, NO_CLAIM, refix } from './index.js';

const given = givenFor({ initial: NO_CLAIM, evolve: evolveClaim });
const { NOW, north, south, claimed, dealt, proposed, countersigned } = a;
const first = guardianshipId(a.stream, 1);
const match: Match = { kind: 'match', dependent: a.dependent, guardianship: first, proposerTied: false };
const by = (registrar = south, found: Match | undefined = match, at = NOW) => (state: Claim) => countersign({ registrar, match: found, at }, state, CN_1);
const waiting = [claimed(), dealt(north), proposed(north), dealt(south)] as const;
const notConfirmed = a.closed(south, 'not-confirmed');

describe('countersigning', () => {
  it('confirms what another office proposed', () => given(...waiting).when(by()).thenRecorded(countersigned(south)));
  it('needs a proposal', () => given(claimed(), dealt(south)).when(by()).thenRefused('claim-not-proposed'));
  it('decides nothing on a match that was not made', () => given(...waiting).when((state) => countersign({ registrar: south, match: undefined, at: NOW }, state, CN_1)).thenRefused('claim-not-proposed'));
  it('needs the deal', () => given(claimed(), proposed(north)).when(by()).thenRefused('not-found'));
  it('needs it to be in force', () => given(...waiting).when(by(south, match, a.MINUTES(30))).thenRefused('deal-lapsed'));
  it('is not for the proposer’s office, however it was dealt', () => given(claimed(), proposed(north), dealt(north)).when(by(north)).thenRefused('conflict-of-interest'));
  it('is not for who has a tie with the claimant', () => given(...waiting).when(by({ ...south, tiedTo: [a.claimant] })).thenRefused('conflict-of-interest'));
  it('by who has a tie with the dependent ends like a mismatch', () => given(...waiting).when(by({ ...south, tiedTo: [a.dependent] })).thenRecorded(notConfirmed));
  it('is not for who was not seen to have their duty from other hands than the proposer', () => given(...waiting).when(by({ ...south, independentOf: [] })).thenRefused('conflict-of-interest'));
  it('is not for whom the paper is about', () => given(...waiting).when(by({ ...south, document: a.details().document })).thenRefused('conflict-of-interest'));
  it('by the dependent ends like a mismatch', () => given(...waiting).when(by({ ...south, citizen: a.dependent })).thenRecorded(notConfirmed));
});

describe('a claim that cannot be confirmed is closed, whatever the reason', () => {
  it('name or birth date are another person’s', () => given(...waiting).when(by(south, { kind: 'mismatch' })).thenRecorded(notConfirmed));
  it('the claimant claims themselves', () => given(...waiting).when(by(south, { ...match, dependent: a.claimant })).thenRecorded(notConfirmed));
  it('the proposer is the dependent', () => given(...waiting).when(by(south, { ...match, dependent: CitizenId('91'.repeat(16)) })).thenRecorded(notConfirmed));
  it('the proposer has a tie with the dependent', () => given(...waiting).when(by(south, { ...match, proposerTied: true })).thenRecorded(notConfirmed));
  it('the minor came of age after the proposal', () =>
    given(claimed(a.details('parent-of-minor', '2008-03-10')), proposed(north), dealt(south)).when(by()).thenRecorded(notConfirmed));
  it('who proposed cannot be read', () =>
    given(claimed(), { type: 'ConfirmationProposed', data: { claim: a.claim, claimant: a.claimant, registrar: north.staff, office: north.office, scope: 'status', reviewAt: a.REVIEW, until: null, policy: 'cn-1', proposer: { kind: 'shut', sealed: '' }, at: NOW } }, dealt(south)).when(by()).thenRecorded(notConfirmed));
});

describe('after a countersignature', () => {
  const decided = [...waiting, countersigned(south)] as const;
  const other = CitizenId('dd'.repeat(16));
  const fix = (ordinal: number, dependent = a.dependent) => (state: Claim) => refix({ dependent, guardianship: guardianshipId(a.stream, ordinal), at: NOW }, state);

  it('a taken ordinal is fixed anew under the same registrar', () => given(...decided).when(fix(2)).thenRecorded(countersigned(south, 2)));
  it('so is a dependent who was enrolled otherwise', () => given(...decided).when(fix(1, other)).thenRecorded(countersigned(south, 1, other)));
  it('what stands is left', () => given(...decided).when(fix(1)).thenNothing());
  it('the last one counts', () => given(...decided, countersigned(south, 2)).when(fix(2)).thenNothing());
  it('nobody slips in as their own dependent', () => given(...decided).when(fix(1, a.claimant)).thenRecorded(a.closed(null, 'not-confirmed')));
  it('one that cannot be confirmed is closed by nobody', () => given(...decided).when((state) => abandon(NOW, state)).thenRecorded(a.closed(null, 'not-confirmed')));
  it('its end is recorded', () => given(...decided).when((state) => erase(NOW, state)).thenRecorded(a.erased));
  it('once', () => given(...decided, a.erased).when((state) => erase(NOW, state)).thenNothing());
  it('so is a closed one’s', () => given(claimed(), notConfirmed).when((state) => erase(NOW, state)).thenRecorded(a.erased));
  it('an open one is not erased', () => given(claimed()).when((state) => erase(NOW, state)).thenNothing());
  it('an erased one is neither fixed nor closed again', () => {
    given(...decided, a.erased).when(fix(2)).thenNothing();
    given(...decided, a.erased).when((state) => abandon(NOW, state)).thenNothing();
  });
});
