import { describe, expect, it } from '@jest/globals';
import { citizen, claim, claimEvents, guardianship, guardianshipEvents, registrar, TOMORROW } from '../../../test/contract/read-models/facts.js';
import { givenEvents } from '../../../test/contract/read-models/given-events.js';
import { claims } from './claims.js';

const given = givenEvents(claims);
const parties = { by: 2, of: 1 };
const { claimed, dealt, proposed, countersigned, closed, erased } = claimEvents(4, parties);
const { confirmed } = guardianshipEvents(4, parties);
const undealt = { dealtTo: null, dealtUntil: null };

describe('A claim in the queue', () => {
  it('is new', () => given(claimed).thenRows({ claim: claim(4), claimant: citizen(2), stage: 'new', received: '1', ...undealt, dependent: null }));
  it('is dealt to one registrar for a while', () => given(claimed, dealt(3)).thenRows({ stage: 'new', dealtTo: registrar(3).registrar, dealtUntil: new Date(TOMORROW) }));
  it('is free again once proposed', () => given(claimed, dealt(3), proposed(3)).thenRows({ stage: 'proposed', proposer: registrar(3).registrar, proposerOffice: registrar(3).office, ...undealt }));
  it('names the dependent once countersigned', () => given(claimed, proposed(3), dealt(5), countersigned(5)).thenRows({ stage: 'countersigned', dependent: citizen(1), ...undealt }));
  it('is confirmed by the guardianship', () => given(claimed, proposed(3), countersigned(5), confirmed).thenRows({ stage: 'confirmed', guardianship: guardianship(1), erasedAt: null }));
  it('stays confirmed, whatever somebody countersigned anew who had not heard of it', () =>
    given(claimed, proposed(3), countersigned(5), confirmed, countersigned(5), erased).thenRows({ stage: 'confirmed', guardianship: guardianship(1), erasedAt: expect.any(Date) }));
  it('is closed', () => given(claimed, dealt(3), closed).thenRows({ stage: 'closed', closed: '3', ...undealt }));
  it('is finished with its key', () => given(claimed, closed, erased).thenRows({ stage: 'closed', erasedAt: expect.any(Date) }));
});
