import { beforeEach, describe, expect, it } from '@jest/globals';
import { ClaimsOffice, value } from '../../../test/kit/claims-office.js';
import { details, north, south } from '../../../test/kit/guardianship.js';
import { freshnessOf } from '../../../test/kit/in-time.js';
import { CitizenId, GuardianshipId } from '../../kernel/index.js';
import { MyGuardianships, MyGuardianshipsHandler } from './my-guardianships.js';
import { GuardianshipDesk } from './guardianship-desk.js';
import { EndGuardianship, EndGuardianshipHandler } from './end-guardianship.js';
import { ReinstateGuardianship, ReinstateGuardianshipHandler } from './reinstate-guardianship.js';
import { SuspendGuardianship, SuspendGuardianshipHandler } from './suspend-guardianship.js';

const child = details();
const son = CitizenId('5'.repeat(32));
let office: ClaimsOffice;
let mother: CitizenId;
let basis: GuardianshipId;

const mine = async (viewer = mother) => {
  const handler = new MyGuardianshipsHandler(office.ledger, office.clock, office.readModels, office.people, freshnessOf(office));
  return value(await handler.execute(new MyGuardianships(office.request(viewer, 'read').actor, viewer, null)));
};
const desk = () => new GuardianshipDesk(office.ledger, office.clock, office.ties);
const acts = {
  suspend: (key: string, by = north, id = basis) => new SuspendGuardianshipHandler(desk()).execute(new SuspendGuardianship(office.request(by, key, 'suspend'), id, 'a report')),
  reinstate: (key: string, by = north, id = basis) => new ReinstateGuardianshipHandler(desk()).execute(new ReinstateGuardianship(office.request(by, key, 'reinstate'), id, 'checked')),
  end: (key: string, by = north, id = basis) => new EndGuardianshipHandler(desk()).execute(new EndGuardianship(office.request(by, key, 'end'), id, 'an order')),
};

beforeEach(async () => {
  office = new ClaimsOffice();
  mother = await office.adult('1');
  await office.enrol(child, son);
  value(await office.countersign(south, await office.proposed(mother, child, [north, south])));
  await office.sweep.idle();
  basis = GuardianshipId((await mine()).guardianships[0]?.basis);
});

describe('a registrar with a guardianship’s id', () => {
  it('suspends, lifts and ends it; what is so already stays so, and that one was lifted again is recorded', async () => {
    const states = [];
    for (const [act, key] of [['suspend', 'a'], ['suspend', 'b'], ['reinstate', 'c'], ['reinstate', 'd'], ['end', 'e'], ['end', 'f'], ['suspend', 'g']] as const) {
      states.push(value(await acts[act](key)).state);
    }
    expect(states).toEqual(['suspended', 'suspended', 'live', 'live', 'ended', 'ended', 'ended']);
    expect((await office.log()).filter((line) => line.startsWith('guardianships'))).toEqual(
      ['Confirmed', 'Suspended', 'Reinstated', 'Reinstated', 'Ended'].map((what) => `guardianships: Guardianship${what}`),
    );
    expect(await acts.reinstate('h')).toEqual({ kind: 'refused', code: 'guardianship-ended' });
  });

  it('retries without a second event', async () => {
    expect(await acts.suspend('a')).toEqual(await acts.suspend('a'));
    value(await acts.reinstate('b'));
    expect(value(await acts.suspend('a')).state).toBe('live');
  });

  it('finds nothing under an id that nobody has', async () => {
    for (const id of [`${basis.slice(0, -1)}2`, `g_${'0'.repeat(32)}-1`]) expect(await acts.end('a', north, GuardianshipId(id))).toEqual({ kind: 'refused', code: 'not-found' });
  });

  it('acts on nobody close to them', async () => {
    expect(await acts.suspend('a', { ...north, citizen: mother })).toEqual({ kind: 'refused', code: 'conflict-of-interest' });
    if (south.citizen !== null) office.readModels.ties.push([south.citizen, son]);
    expect(await acts.suspend('a', south)).toEqual({ kind: 'refused', code: 'conflict-of-interest' });
  });
});

describe('what a guardian sees of their own', () => {
  it('is the claim, confirmed, and what it lets them see until when', async () => {
    const { claims, guardianships } = await mine();
    expect(claims).toEqual([{ claim: guardianships[0]?.claim, state: 'confirmed', receivedAt: '2026-03-10T04:00:00.000Z', reason: null, label: null }]);
    expect(guardianships).toEqual([
      { basis, claim: claims[0]?.claim, scope: 'results', purposes: ['FAMRQT'], from: '2026-03-10T04:00:00.000Z', until: '2027-03-10T04:00:00.000Z', label: null, others: [] },
    ]);
  });

  it('has the own word for the dependent, from the claim on, also once the claim’s key is destroyed', async () => {
    const father = await office.adult('2');
    const { claim } = value(await office.claim(father, child, 'father', '小宝'));
    expect((await mine(father)).claims).toMatchObject([{ claim, state: 'received', label: '小宝' }]);
    await office.handedOn(claim, [north, south], 'father');
    value(await office.countersign(south, claim));
    await office.sweep.idle();
    expect(await office.log()).toContain('claim: ClaimErased');
    expect(await mine(father)).toMatchObject({ claims: [{ claim, state: 'confirmed', label: '小宝' }], guardianships: [{ claim, label: '小宝' }] });
    expect((await mine()).guardianships).toMatchObject([{ basis, label: null }]);
  });

  const join = async (digit: string) => {
    const guardian = await office.adult(digit);
    value(await office.countersign(south, await office.proposed(guardian, child, [north, south], digit)));
    await office.sweep.idle();
    return guardian;
  };
  const others = async (viewer: CitizenId) => (await mine(viewer)).guardianships.flatMap((one) => one.others.map(({ name, from }) => `${name.given} ${from.slice(0, 10)}`));

  it('tells of another guardian before it takes effect; not of suspensions, and nothing new to who is suspended', async () => {
    const father = await join('2');
    expect([await others(mother), await others(father)]).toEqual([['2 2026-03-13'], ['1 2026-03-10']]);
    value(await acts.suspend('a'));
    const aunt = await join('3');
    expect([await others(mother), await others(father)]).toEqual([['2 2026-03-13'], ['1 2026-03-10', '3 2026-03-13']]);
    expect(await others(aunt)).toEqual(['1 2026-03-10', '2 2026-03-13']);
    value(await acts.reinstate('b'));
    expect(await others(mother)).toEqual(['2 2026-03-13', '3 2026-03-13']);
  });

  it.each([
    ['ended at once', ['end']],
    ['was suspended and then ended', ['suspend', 'end']],
  ] as const)('tells who becomes a guardian of nobody whose guardianship %s before, and those of them who knew', async (_how, turns) => {
    const father = await join('2');
    for (const turn of turns) value(await acts[turn](turn));
    const aunt = await join('3');
    expect([await others(mother), await others(father), await others(aunt)]).toEqual([['2 2026-03-13'], ['1 2026-03-10', '3 2026-03-13'], ['2 2026-03-13']]);
  });

  it('tells who became one between a suspension and the end of it', async () => {
    value(await acts.suspend('a'));
    const father = await join('2');
    value(await acts.end('b'));
    expect([await others(mother), await others(father)]).toEqual([[], ['1 2026-03-10']]);
  });

  it('does not tell of a suspension or an end', async () => {
    const before = await mine();
    value(await acts.suspend('a'));
    expect(await mine()).toEqual(before);
    value(await acts.end('b'));
    expect(await mine()).toEqual(before);
  });

  it('ends with the review', async () => {
    office.clock.advance(365 * 86_400_000);
    expect((await mine()).guardianships).toEqual([]);
  });

  it('is not the dependent’s', async () => expect(await mine(son)).toEqual({ claims: [], guardianships: [] }));

  it.each(['expired', 'not-confirmed'] as const)('a closed claim says what the paper lacks: %s', async (reason) => {
    const father = await office.adult('2');
    const claim = await office.proposed(father, child, [north, south], 'father');
    value(await office.close(south, claim, reason));
    await office.sweep.idle();
    expect(await mine(father)).toEqual({ claims: [{ claim, state: 'closed', receivedAt: '2026-03-10T04:00:00.000Z', reason, label: null }], guardianships: [] });
  });

  it('a mismatch reads like a paper that did not convince', async () => {
    const father = await office.adult('2');
    const claim = await office.proposed(father, { ...child, birthDate: '2019-08-02' }, [north, south], 'father');
    value(await office.countersign(south, claim));
    await office.sweep.idle();
    expect((await mine(father)).claims).toEqual([{ claim, state: 'closed', receivedAt: '2026-03-10T04:00:00.000Z', reason: 'not-confirmed', label: null }]);
  });
});
