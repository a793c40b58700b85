import { beforeEach, describe, expect, it } from '@jest/globals';
import { ClaimsOffice } from '../../../test/kit/claims-office.js';
import { details, north, south } from '../../../test/kit/guardianship.js';
import { reserve as reserveIdentity } from '../../domain/citizen/index.js';
import { AccountId, CitizenId, type ClaimId, EventId, guardianshipId, MINUTE } from '../../kernel/index.js';
import { streams } from '../streams.js';
import { identityAggregate, citizenAggregate } from '../people/aggregates.js';
import { enrolPerson } from '../people/enrol.js';
import { settle } from '../people/settle.js';
import { claimAggregate, guardianshipsAggregate } from './aggregates.js';

let office: ClaimsOffice;
let mother: CitizenId;
const son = CitizenId('5'.repeat(32));
const child = details();
beforeEach(async () => {
  office = new ClaimsOffice();
  mother = await office.adult('1');
});

const guardianshipsOf = async (dependent: CitizenId) => (await office.ledger.load(guardianshipsAggregate, streams.guardianships(office.names.guardianships(dependent)))).state;
const claimed = async (claim: ClaimId) => (await office.ledger.load(claimAggregate, streams.claim(claim))).state;
const decide = async (what = child, key = 'claim') => {
  const claim = await office.proposed(mother, what, [north, south], key);
  const head = await office.store.head();
  const answer = await office.countersign(south, claim);
  await office.sweep.idle();
  return { claim, answer, log: await office.log(head) };
};
const END = ['claim: ClaimErased'];

describe('a countersignature', () => {
  it('makes the claimant a known child’s guardian', async () => {
    await office.enrol(child, son);
    const { claim, answer, log } = await decide();
    expect(answer).toEqual({ kind: 'done', value: { claim } });
    expect(log).toEqual(['claim: ClaimCountersigned', 'guardianships: GuardianshipConfirmed', ...END]);
    const [one] = await guardianshipsOf(son);
    expect(one).toMatchObject({ id: guardianshipId(office.names.guardianships(son), 1), claim, guardian: mother, dependent: son, scope: 'results', purposes: ['FAMRQT'], byAge: true, status: 'live' });
  });

  it('enrols an unknown child, who has no account', async () => {
    const { claim, log } = await decide();
    expect(log).toEqual(['claim: ClaimCountersigned', 'identity: IdentityReserved', 'citizen: CitizenEnrolled', 'guardianships: GuardianshipConfirmed', ...END]);
    const { state } = await office.ledger.load(identityAggregate, streams.identity(office.names.identity(child.document)));
    if (state.status === 'free') throw new Error('not reserved');
    expect(state.maker).toBe(claim);
    const person = await office.ledger.load(citizenAggregate, streams.citizen(state.citizen));
    expect(person.state).toMatchObject({ status: 'enrolled', way: 'claim', name: { value: child.name }, birthDate: { value: child.birthDate }, phone: { value: null } });
    expect(await guardianshipsOf(state.citizen)).toHaveLength(1);
  });

  it.each([
    ['another name', { ...child, name: { ...child.name, given: '小红' } }],
    ['another birth date', { ...child, birthDate: '2019-08-02' }],
    ['the claimant’s own document', { ...child, name: { ...child.name, given: '1' }, birthDate: '1990-01-01', ground: 'court-appointed', document: { type: 'passport', state: 'CN', number: 'G11111111' } }],
  ] as const)('of %s closes the claim, and answers the same', async (_what, told) => {
    await office.enrol(child, son);
    const { claim, answer, log } = await decide(told);
    expect(answer).toEqual({ kind: 'done', value: { claim } });
    expect(log).toEqual(['claim: ClaimClosed', ...END]);
    expect(await guardianshipsOf(son)).toEqual([]);
  });

  it('repeated under its key answers the same and changes nothing', async () => {
    const { claim, answer } = await decide();
    const head = await office.store.head();
    expect(await office.countersign(south, claim)).toEqual(answer);
    await office.sweep.idle();
    expect(await office.log(head)).toEqual([]);
  });

  it.each([{ ...child }, { ...child, birthDate: '2019-08-02' }])('under another key finds no claim in hand, confirmed or closed', async (told) => {
    await office.enrol(child, son);
    const { claim } = await decide(told);
    expect(await office.countersign(south, claim, 'other')).toEqual({ kind: 'refused', code: 'not-found' });
  });

  it('destroys what was claimed, once the guardianship is confirmed', async () => {
    office.vault.stubborn = true;
    const { claim, log } = await decide();
    expect(log.at(-1)).toBe('guardianships: GuardianshipConfirmed');
    expect(await claimed(claim)).toMatchObject({ status: 'countersigned', details: child });
    office.vault.stubborn = false;
    await office.sweep.sweep();
    expect(await claimed(claim)).toEqual({ status: 'erased', claim, claimant: mother });
    const opener = await office.vault.opener([{ owner: claim, class: 'claim' }]);
    const [event] = await office.store.read({ stream: streams.claim(claim), limit: 1 });
    const sealed = /"details":"([^"]+)"/.exec(Buffer.from(event?.data ?? []).toString())?.[1] ?? '';
    expect(opener.open({ owner: claim, class: 'claim' }, { eventId: event?.id ?? '', field: 'details' }, sealed)).toBeUndefined();
  });
});

describe('who may not countersign', () => {
  it('who lets the deal lapse', async () => {
    const claim = await office.proposed(mother, child, [north, south]);
    office.clock.advance(30 * MINUTE);
    expect(await office.countersign(south, claim)).toEqual({ kind: 'refused', code: 'deal-lapsed' });
  });

  it('who has a tie with the dependent: it ends like a mismatch, or the answer would tell whose number it is', async () => {
    await office.enrol(child, son);
    if (south.citizen !== null) office.readModels.ties.push([south.citizen, son]);
    expect(await decide()).toMatchObject({ answer: { kind: 'done' }, log: ['claim: ClaimClosed', ...END] });
  });

  it('nobody, after somebody who has a tie with the dependent proposed: the claim is closed', async () => {
    await office.enrol(child, son);
    if (north.citizen !== null) office.readModels.ties.push([north.citizen, son]);
    expect((await decide()).log).toEqual(['claim: ClaimClosed', ...END]);
  });

  it('the proposer', async () => {
    const claim = await office.proposed(mother, child, [north, south]);
    expect(await office.countersign(north, claim)).toEqual({ kind: 'refused', code: 'not-found' });
  });
});

describe('a document that somebody else’s enrolment has reserved', () => {
  const reserve = () =>
    settle(office, {
      of: identityAggregate,
      stream: streams.identity(office.names.identity(child.document)),
      eventId: () => EventId('00000000-0000-8000-8000-000000000001'),
      decide: (state, at) => reserveIdentity({ identity: office.names.identity(child.document), citizen: son, maker: 'counter', keyVersion: 1, at }, state),
    });

  it('is waited for, with the same answer', async () => {
    await reserve();
    const { claim, answer, log } = await decide();
    expect([answer, log]).toEqual([{ kind: 'done', value: { claim } }, ['claim: ClaimCountersigned']]);
    expect(await office.sweep.sweep()).toEqual({ finished: 0, waiting: 1 });
    await office.enrol(child, son);
    expect(await office.sweep.sweep()).toEqual({ finished: 1, waiting: 0 });
    expect(await guardianshipsOf(son)).toHaveLength(1);
  });

  it('is given back when whoever reserved it was enrolled with another document since, and enrolled for the claim', async () => {
    const eventId = (stream: string, ordinal: number) => EventId(office.index.uuid('cut', stream, `${ordinal}`));
    const cut = { way: 'self', maker: 'a'.repeat(32), citizen: son, phone: null, account: AccountId('a'.repeat(32)), witness: undefined, eventId } as const;
    office.store.crashAfter = 1;
    await expect(enrolPerson(office, { ...cut, person: child })).rejects.toThrow('not available');
    office.store.crashAfter = Infinity;
    await enrolPerson(office, { ...cut, citizen: CitizenId('b'.repeat(32)), person: { ...child, document: { ...child.document, number: 'E87654321' } } });
    const { log } = await decide();
    const again = ['identity: IdentityReleased', 'claim: ClaimCountersigned', 'identity: IdentityReserved', 'citizen: CitizenEnrolled'];
    expect(log).toEqual(['claim: ClaimCountersigned', ...again, 'guardianships: GuardianshipConfirmed', ...END]);
  });

  it('is fixed anew when it is reserved after the countersignature', async () => {
    const claim = await office.proposed(mother, child, [north, south]);
    office.store.crashAfter = 1;
    await office.countersign(south, claim);
    await office.sweep.idle();
    office.store.crashAfter = Infinity;
    const head = await office.store.head();
    await office.enrol(child, son);
    await office.sweep.sweep();
    expect((await office.log(head)).slice(2)).toEqual(['claim: ClaimCountersigned', 'guardianships: GuardianshipConfirmed', ...END]);
    expect(await guardianshipsOf(son)).toHaveLength(1);
  });
});
