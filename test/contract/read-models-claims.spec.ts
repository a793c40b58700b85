import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { citizen, claim, claimEvents, guardianship, guardianshipEvents, NOON, registrar, TOMORROW } from './read-models/facts.js';
import { institutionOf } from '../kit/institutions.js';
import { openPlayed, type Played } from './read-models/played.js';

const family = { by: 2, of: 1 };
const north = registrar(3);
const south = registrar(4);
const { claimed, dealt, proposed, countersigned, erased } = claimEvents(1, family);
const other = claimEvents(2, { by: 2, of: 5 });

describe('The registry queue', () => {
  let played: Played;
  const waiting = ({ registrar: who, office }: typeof north, now = NOON) => played.readModels.waitingClaims(who, institutionOf(office), now, 10);
  const held = ({ registrar: who }: typeof north, now = NOON) => played.readModels.heldClaim(who, now);

  beforeAll(async () => {
    played = await openPlayed();
    await played.play(claimed, other.claimed);
  });
  afterAll(() => played.close());

  it('offers new claims to everybody, oldest first', async () => {
    expect(await waiting(north)).toEqual([claim(1), claim(2)]);
    expect(await held(north)).toBeUndefined();
  });

  it('keeps a deal with its registrar until it lapses', async () => {
    await played.play(dealt(3));
    expect([await held(north), await held(south), await waiting(south)]).toEqual([claim(1), undefined, [claim(2)]]);
    expect([await held(north, TOMORROW), await waiting(south, TOMORROW)]).toEqual([undefined, [claim(1), claim(2)]]);
  });

  it('offers a proposed claim to other offices only', async () => {
    await played.play(proposed(3));
    expect([await held(north), await waiting(north), await waiting(south)]).toEqual([undefined, [claim(2)], [claim(1), claim(2)]]);
    const colleague = { ...registrar(6), office: north.office };
    const moved = { ...north, office: south.office };
    expect([await waiting(colleague), await waiting(moved)]).toEqual([[claim(2)], [claim(2)]]);
  });

  it('knows the office also of a proposal that was made before institutions had ids', async () => {
    await played.playBefore(other.dealt(3), other.proposed(3));
    const colleague = { ...registrar(6), office: north.office };
    expect([await waiting(north), await waiting(colleague), await waiting(south)]).toEqual([[], [], [claim(1), claim(2)]]);
  });

  it('ties claimant and dependent from the countersignature on, and tells the claimant nothing of it', async () => {
    await played.play(countersigned(4));
    expect(await played.readModels.haveTie(citizen(1), citizen(2), TOMORROW)).toBe(true);
    expect(await played.readModels.unfinishedClaims(10)).toEqual([claim(1)]);
    expect(await played.readModels.claimsOf(citizen(2))).toMatchObject([{ claim: claim(2), state: 'received' }, { claim: claim(1), state: 'received', guardianship: null, receivedAt: NOON }]);
  });

  it('is done with a claim when its key is gone', async () => {
    await played.play(guardianshipEvents(1, family).confirmed, other.dealt(3), other.closed);
    expect(await played.readModels.unfinishedClaims(10)).toEqual([claim(1), claim(2)]);
    await played.play(erased, other.erased);
    expect([await waiting(south), await played.readModels.unfinishedClaims(10)]).toEqual([[], []]);
    expect(await played.readModels.claimsOf(citizen(2))).toMatchObject([
      { claim: claim(2), state: 'closed', closed: { type: 'ClaimClosed' } },
      { claim: claim(1), state: 'confirmed', guardianship: guardianship(1), closed: null },
    ]);
  });
});
