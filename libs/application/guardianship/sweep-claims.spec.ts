import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ClaimsOffice, value } from '../../../test/kit/claims-office.js';
import { details, north, south } from '../../../test/kit/guardianship.js';
import type { IdentityEvent } from '../../domain/citizen/index.js';
import { CitizenId, ClaimId, EventId, IdentityId, StaffId } from '../../kernel/index.js';
import { identityAggregate } from '../people/aggregates.js';
import { streams } from '../streams.js';
import { guardianshipsAggregate } from './aggregates.js';
import { ClaimSteps } from './claim-steps.js';
import { ClaimWork } from './claim-work.js';
import { Dependents } from './dependents.js';
import { SweepClaims } from './sweep-claims.js';

const child = details();
const ids = async (office: ClaimsOffice) => (await office.store.readAll(0n, 1_000)).map(({ id, stream, type }) => `${stream} ${type} ${id}`);

/** An office in which a claim waits for its countersignature. */
async function waiting() {
  const office = new ClaimsOffice();
  const claim = await office.proposed(await office.adult('1'), child, [north, south]);
  return { office, claim };
}

/** How the log reads when nothing goes wrong. */
async function undisturbed(act: (office: ClaimsOffice, claim: ClaimId) => Promise<unknown>) {
  const { office, claim } = await waiting();
  await act(office, claim);
  await office.sweep.idle();
  return ids(office);
}

const countersign = (office: ClaimsOffice, claim: ClaimId) => office.countersign(south, claim);
const close = (office: ClaimsOffice, claim: ClaimId) => office.close(south, claim, 'expired');

describe.each([
  ['countersigned', countersign, 5],
  ['closed', close, 2],
] as const)('a claim that is being %s', (_what, act, appends) => {
  const crashes = Array.from({ length: appends }).flatMap((_, after): readonly (readonly [number, boolean])[] => [[after, false], [after + 1, true]]);

  it.each(crashes)('and cut short after %s appends (last answer lost: %s) ends as if nothing had happened', async (after, loseAnswer) => {
    const { office, claim } = await waiting();
    office.store.crashAfter = after;
    office.store.loseAnswer = loseAnswer;
    await act(office, claim).catch(() => undefined);
    await office.sweep.idle();
    office.store.crashAfter = Infinity;
    office.store.loseAnswer = false;
    if (after === 0) value(await act(office, claim));
    await office.sweep.sweep();
    await office.sweep.idle();
    expect(await ids(office)).toEqual(await undisturbed(act));
  });

  it('and whose key would not be destroyed is swept until it is', async () => {
    const { office, claim } = await waiting();
    office.vault.stubborn = true;
    await act(office, claim);
    await office.sweep.idle();
    await expect(office.sweep.sweep()).rejects.toThrow('1 of 1 claims could not be finished');
    office.vault.stubborn = false;
    await office.sweep.sweep();
    expect(await ids(office)).toEqual(await undisturbed(act));
  });

  it('is swept without effect once it is done, by however many at once', async () => {
    const { office, claim } = await waiting();
    await act(office, claim);
    await Promise.all([office.sweep.sweep(), office.sweep.sweep(), office.sweep.sweep()]);
    await office.sweep.idle();
    expect(await office.sweep.sweep()).toEqual({ finished: 0, waiting: 0 });
    expect(await ids(office)).toEqual(await undisturbed(act));
  });
});

describe('a countersigned claim that another process confirms while this one looks at it', () => {
  /** Somebody who saw no confirmation, and then is slow: meanwhile the other confirms, and gets no further. */
  function slowSweep(office: ClaimsOffice): SweepClaims {
    const steps = new ClaimSteps(office.ledger, office.clock, office.index);
    const look = steps.beside.bind(steps);
    steps.beside = async (guardianship) => {
      steps.beside = look;
      const seen = await look(guardianship);
      office.vault.stubborn = true;
      await office.sweep.sweep().catch(() => undefined);
      office.vault.stubborn = false;
      return seen;
    };
    return new SweepClaims(office.readModels, new ClaimWork(steps, new Dependents(office.ledger, office.clock, office.names, steps), office.people, office.vault, office.institutions));
  }

  it.each([false, true])('is not countersigned for yet another guardianship (child known: %s)', async (known) => {
    const { office, claim } = await waiting();
    if (known) await office.enrol(child, CitizenId('5'.repeat(32)));
    office.store.crashAfter = 1;
    await countersign(office, claim);
    await office.sweep.idle();
    office.store.crashAfter = Infinity;
    const before = await office.store.head();
    await slowSweep(office).sweep();
    expect((await office.log(before)).filter((line) => line.startsWith('claim') || line.startsWith('guardianships'))).toEqual(['guardianships: GuardianshipConfirmed', 'claim: ClaimErased']);
  });
});

describe('a claim on a document that somebody else reserved, and gave back while one process looked and another confirmed', () => {
  const reservation = { identity: IdentityId('1d'.repeat(16)), citizen: CitizenId('7'.repeat(32)), maker: '8'.repeat(32) };

  /** What becomes of the child's document while others are at it. */
  async function document(office: ClaimsOffice, ...events: readonly IdentityEvent[]): Promise<void> {
    const stream = streams.identity(office.names.identity(child.document));
    const onto = await office.ledger.load(identityAggregate, stream);
    await office.ledger.record({ of: identityAggregate, onto, events: events.map((event) => ({ id: EventId(randomUUID()), event })) });
  }

  /** Somebody who found it reserved, and then is slow: it is given back, and the other process confirms and gets no further. */
  function slowSweep(office: ClaimsOffice): SweepClaims {
    const { ledger, clock, names, index } = office;
    const steps = new ClaimSteps(ledger, clock, index);
    const dependents = new Dependents(ledger, clock, names, steps);
    const find = dependents.find.bind(dependents);
    dependents.find = async (claim, details) => {
      dependents.find = find;
      const found = await find(claim, details);
      await document(office, { type: 'IdentityReleased', data: { ...reservation, at: clock.now() } });
      office.vault.stubborn = true;
      await office.sweep.sweep().catch(() => undefined);
      office.vault.stubborn = false;
      return found;
    };
    return new SweepClaims(office.readModels, new ClaimWork(steps, dependents, office.people, office.vault, office.institutions));
  }

  it('is confirmed once, and ends', async () => {
    const { office, claim } = await waiting();
    office.store.crashAfter = 1;
    await countersign(office, claim);
    await office.sweep.idle();
    office.store.crashAfter = Infinity;
    await document(office, { type: 'IdentityReserved', data: { ...reservation, keyVersion: 1, at: office.clock.now() } });
    await slowSweep(office).sweep();
    expect(await office.sweep.sweep()).toEqual({ finished: 0, waiting: 0 });
    expect((await office.log()).filter((line) => line.startsWith('guardianships'))).toEqual(['guardianships: GuardianshipConfirmed']);
    expect((await office.log()).at(-1)).toBe('claim: ClaimErased');
  });
});

describe('two claims on one child, countersigned before either is confirmed', () => {
  const other = [
    { ...north, staff: StaffId('0a'.repeat(16)), citizen: null },
    { ...south, staff: StaffId('0b'.repeat(16)), citizen: null },
  ] as const;

  it.each([false, true])('become two guardianships, the second one told first (child known: %s)', async (known) => {
    const office = new ClaimsOffice();
    const [mother, father] = [await office.adult('1'), await office.adult('2')];
    if (known) await office.enrol(child, CitizenId('5'.repeat(32)));
    const first = await office.proposed(mother, child, [north, south], 'mother');
    const second = await office.proposed(father, child, other, 'father');
    office.store.crashAfter = 2;
    await Promise.all([office.countersign(south, first), office.countersign(other[1], second)]);
    await office.sweep.idle();
    office.store.crashAfter = Infinity;

    await Promise.all([office.sweep.sweep(), office.sweep.sweep()]);
    await office.sweep.sweep();
    const confirmed = (await office.store.readAll(0n, 1_000)).filter(({ type }) => type === 'GuardianshipConfirmed');
    expect(new Set(confirmed.map(({ stream }) => stream)).size).toBe(1);
    const { state } = await office.ledger.load(guardianshipsAggregate, confirmed[0]?.stream ?? streams.claim(first));
    expect(state.map(({ claim, guardian, id }) => [claim, guardian, id.slice(-2)])).toEqual([[first, mother, '-1'], [second, father, '-2']]);
    expect(state.map(({ from }) => (from - office.clock.now()) / 3_600_000)).toEqual([0, 72]);
    expect(await office.readModels.unfinishedClaims(10)).toEqual([]);
  });
});

it('claims that wait for somebody else keep a sweep from none behind them, however many there are', async () => {
  const looked: ClaimId[] = [];
  const unfinished = Array.from({ length: 250 }, (_, n) => ClaimId(`${n}`.padStart(32, '0')));
  const readModels = Object.assign(new ClaimsOffice().readModels, { unfinishedClaims: async (limit: number) => unfinished.slice(0, limit) });
  const work = Object.assign(Object.create(ClaimWork.prototype) as ClaimWork, { finish: async (claim: ClaimId) => (looked.push(claim), 'waiting' as const) });
  const sweep = new SweepClaims(readModels, work);
  for (let sweeps = 0; sweeps < 3; sweeps += 1) await sweep.sweep();
  expect(new Set(looked)).toEqual(new Set(unfinished));
  expect(looked).toHaveLength(300);
});

it('a sweep that is told that there is enough begins with no other claim', async () => {
  const { office, claim } = await waiting();
  office.vault.stubborn = true;
  await countersign(office, claim);
  await office.sweep.idle();
  expect(await office.sweep.sweep(AbortSignal.abort())).toEqual({ finished: 0, waiting: 1 });
});
