import { beforeEach, describe, expect, it } from '@jest/globals';
import { institutionId } from '../../../test/kit/institutions.js';
import { ClaimsOffice, value } from '../../../test/kit/claims-office.js';
import { details, north, south } from '../../../test/kit/guardianship.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { appoint } from '../../domain/staff/index.js';
import { CitizenId, type ClaimId, DAY, EventId, MINUTE, StaffId } from '../../kernel/index.js';
import { settle } from '../people/settle.js';
import { staffAggregate } from '../staff/staff-aggregate.js';
import { streams } from '../streams.js';

let office: ClaimsOffice;
let mother: CitizenId;
let claim: ClaimId;
const east = { ...north, staff: StaffId('03'.repeat(16)), citizen: null };
const west = { ...south, staff: StaffId('04'.repeat(16)), office: institutionId('west'), citizen: null };
const paper = async (registrar: typeof north, key: string) => value(await office.next(registrar, key)).paper;

beforeEach(async () => {
  office = new ClaimsOffice();
  mother = await office.adult('1');
  ({ claim } = value(await office.claim(mother, details())));
});

describe('the next claim', () => {
  it('opens the paper: who claims, verified, and what they claim, as claimed', async () => {
    expect(await paper(north, 'k')).toEqual({
      claim,
      stage: 'received',
      dealtUntil: '2026-03-10T04:30:00.000Z',
      claimant: { family: '李', given: '1', familyLatin: null, givenLatin: null },
      claimed: details(),
      proposal: null,
    });
  });

  it('is recorded as dealt before it is shown', async () => {
    await paper(north, 'k');
    expect((await office.log()).slice(-2)).toEqual(['claim: GuardianshipClaimed', 'claim: ClaimDealt']);
  });

  it('is the one they hold, under any key, without dealing again', async () => {
    value(await office.claim(mother, details(), 'another'));
    const first = await paper(north, 'k');
    expect(await paper(north, 'k')).toEqual(first);
    expect(await paper(north, 'l')).toEqual(first);
    expect((await office.log()).filter((line) => line === 'claim: ClaimDealt')).toHaveLength(1);
  });

  it('is nobody else’s while it is held', async () => {
    await paper(north, 'k');
    expect(await paper(south, 'k')).toBeNull();
    expect(await paper(east, 'k')).toBeNull();
  });

  it('goes to one of two who ask at once', async () => {
    const both = await Promise.all([paper(north, 'k'), paper(south, 'k')]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
  });

  it('is one for a registrar who asks twice at once, wherever the second request is when the first has dealt', async () => {
    value(await office.claim(mother, details(), 'another'));
    const { heldClaim, waitingClaims } = office.readModels;
    const first = async <T>(answer: T): Promise<T> => {
      Object.assign(office.readModels, { heldClaim, waitingClaims });
      await paper(north, 'k');
      return answer;
    };
    office.readModels.heldClaim = async (...question) => first(await heldClaim(...question));
    office.readModels.waitingClaims = async (...question) => first(await waitingClaims(...question));
    expect((await paper(north, 'l'))?.claim).toBe(claim);
    expect((await office.log()).filter((line) => line === 'claim: ClaimDealt')).toHaveLength(1);
  });

  it('lapses after 30 minutes, and an old key doesn’t bring it back from who has it now', async () => {
    await paper(north, 'k');
    office.clock.advance(30 * MINUTE);
    expect((await paper(south, 'k'))?.claim).toBe(claim);
    expect(await paper(north, 'k')).toBeNull();
  });

  it('once proposed goes to another office only, with the proposal', async () => {
    await paper(north, 'k');
    value(await office.propose(north, claim));
    expect(await paper(north, 'l')).toBeNull();
    expect(await paper(east, 'l')).toBeNull();
    expect(await paper(west, 'l')).toMatchObject({ claim, stage: 'proposed', proposal: { scope: 'results', reviewAt: '2027-03-10T04:00:00.000Z', until: null } });
  });

  it('is never one’s own, nor one of somebody close', async () => {
    expect(await paper({ ...north, citizen: mother }, 'k')).toBeNull();
    if (north.citizen !== null) office.readModels.ties.push([north.citizen, mother]);
    expect(await paper(north, 'l')).toBeNull();
    expect((await paper(south, 'm'))?.claim).toBe(claim);
  });

  it('is behind however many that are not for them, each statement asking for so many', async () => {
    const own = { ...north, citizen: mother };
    for (let number = 1; number < 230; number += 1) value(await office.claim(mother, details(), `own ${number}`));
    const asked: number[] = [];
    const { waitingClaims } = office.readModels;
    office.readModels.waitingClaims = async (...question) => {
      asked.push(question[3]);
      return waitingClaims(...question);
    };
    expect(await paper(own, 'k')).toBeNull();
    const last = value(await office.claim(await office.adult('2'), details())).claim;
    expect((await paper(own, 'l'))?.claim).toBe(last);
    expect(asked).toEqual([50, 200, 800, 50, 200, 800]);
  });

  it('is never about oneself, and whom it is about cannot close it', async () => {
    const { document, name, birthDate } = details();
    const self = { ...north, citizen: await office.enrol({ document, name, birthDate }, CitizenId('77'.repeat(16))) };
    expect(await paper(self, 'k')).toBeNull();
    // Dealt before they were enrolled.
    expect((await paper({ ...self, citizen: null }, 'l'))?.claim).toBe(claim);
    expect(await office.close(self, claim, 'unreadable')).toEqual({ kind: 'refused', code: 'conflict-of-interest' });
  });
});

describe('once proposed, the next claim goes to nobody who has a hand in the proposer’s line of appointments', () => {
  const staff = (digits: string) => StaffId(digits.repeat(16));
  const [head, far, between] = [staff('05'), staff('06'), staff('07')];
  const appointed = async (who: StaffId, by: StaffId | null, days = 90) =>
    settle(office, {
      of: staffAggregate,
      stream: streams.staff(who),
      eventId: (stream, ordinal) => EventId(office.index.uuid('appointed', stream, `${ordinal}`)),
      decide: (state, at) => appoint({ staff: who, role: 'registrar', institution: west.office, days, by, tied: false, at }, state, CN_1),
    });
  /** The first is appointed by the second, they by the third, and so on. */
  const line = async (...all: readonly (StaffId | null)[]) => {
    for (const [index, who] of all.entries()) if (who !== null && index + 1 < all.length) await appointed(who, all[index + 1] ?? null);
  };
  const many = (from: number, count: number) => Array.from({ length: count }, (_, index) => staff((from + index).toString(16)));
  const proposedByNorth = async () => {
    await paper(north, 'k');
    value(await office.propose(north, claim));
  };

  it.each<[string, readonly (readonly (StaffId | null)[])[]]>([
    ['has their duty from the proposer, over however many others', [[west.staff, between, north.staff, null]]],
    ['gave it to the proposer, over however many others', [[north.staff, between, west.staff, null]]],
    ['has it from the hand that appointed the proposer', [[north.staff, head, null], [west.staff, head]]],
    ['has it from that hand over however many others', [[north.staff, between, head, null], [west.staff, far, head]]],
    ['has it over more hands than anybody follows', [[west.staff, ...many(0x10, 17), null]]],
    ['has it from hands that go in a circle', [[west.staff, far, west.staff]]],
    ['stands by a proposer whose hands do', [[north.staff, far, between, far]]],
  ])('who %s', async (_who, lines) => {
    for (const each of lines) await line(...each);
    await proposedByNorth();
    expect(await paper(west, 'l')).toBeNull();
    expect((await office.log()).filter((each) => each === 'claim: ClaimDealt')).toHaveLength(1);
  });

  it('but to whoever has theirs from other hands, however long the line, or from the server as they have', async () => {
    await line(north.staff, head, null);
    await line(west.staff, ...many(0x10, 16), null);
    await proposedByNorth();
    expect((await paper(west, 'l'))?.claim).toBe(claim);
    office.clock.advance(30 * MINUTE);
    expect((await paper(south, 'm'))?.claim).toBe(claim);
  });

  it('by the duty that is in force', async () => {
    await appointed(west.staff, north.staff);
    // From somebody else's hand since, which is over after a day.
    await appointed(west.staff, far, 1);
    await proposedByNorth();
    expect((await paper(west, 'l'))?.claim).toBe(claim);
    office.clock.advance(2 * DAY);
    expect(await paper(west, 'm')).toBeNull();
  });

  it('and who held it before they came to be of one hand neither countersigns nor closes it', async () => {
    await proposedByNorth();
    expect((await paper(west, 'l'))?.claim).toBe(claim);
    await line(north.staff, head);
    await line(west.staff, head);
    const conflict = { kind: 'refused', code: 'conflict-of-interest' };
    expect([await office.countersign(west, claim), await office.close(west, claim, 'unreadable')]).toEqual([conflict, conflict]);
  });
});
