import { describe, it } from '@jest/globals';
import { citizen, consent, consentEvents, guardianship, guardianshipEvents, NOON, TOMORROW, viewed } from '../../../test/contract/read-models/facts.js';
import { givenEvents } from '../../../test/contract/read-models/given-events.js';
import { bases } from './bases.js';

const given = givenEvents(bases);
const parties = { by: 2, of: 1 };
const { requested, opened, granted, declined, revoked, relinquished } = consentEvents(7, parties);
const { confirmed, suspended, reinstated, ended } = guardianshipEvents(4, parties);
const window = { validFrom: new Date(NOON), validUntil: new Date(TOMORROW) };

describe('A consent in the lists of its parties', () => {
  it('is a request of nobody in particular', () => given(requested).thenRows({ basis: consent(7), viewer: citizen(2), subject: null, state: 'requested', requested: '1', granted: null }));
  it('is bound to whoever opened it', () => given(requested, opened).thenRows({ subject: citizen(1), state: 'opened' }));
  it('is declined', () => given(requested, opened, declined).thenRows({ subject: citizen(1), state: 'declined' }));
  it('is granted for a window', () => given(requested, opened, granted).thenRows({ state: 'live', purposes: 'FAMRQT', ...window, requested: '1', granted: '3' }));
  it('stays after its end, with what was granted', () => given(requested, opened, granted, revoked).thenRows({ state: 'ended', ...window, granted: '3' }));
  it('is not changed by a view', () => given(requested, opened, granted, viewed(consent(7), parties)).thenRows({ state: 'live', granted: '3' }));
});

describe('A row of the proxy view', () => {
  it('is not there for a request', () => given(requested, opened).thenDerived());
  it('enters with the grant', () => given(requested, opened, granted).thenDerived({ basis: consent(7), kind: 'consent', viewer: citizen(2), subject: citizen(1), scope: 'results', ...window, requested: '1' }));
  it('leaves with the revocation', () => given(requested, opened, granted, revoked).thenDerived());
  it('leaves when the viewer gives it up', () => given(requested, opened, granted, relinquished).thenDerived());
  it('enters with a confirmation', () => given(confirmed).thenDerived({ basis: guardianship(1), kind: 'guardianship', purposes: 'FAMRQT,SUPNWK', ...window }));
  it('leaves with a suspension', () => given(confirmed, suspended).thenDerived());
  it('comes back with the reinstatement', () => given(confirmed, suspended, reinstated).thenDerived({ basis: guardianship(1), ...window }));
  it('does not come back after the end', () => given(confirmed, suspended, ended, reinstated).thenDerived());
  it('does not come of a reinstatement alone', () => given(reinstated).thenDerived());
});
