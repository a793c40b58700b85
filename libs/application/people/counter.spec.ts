import { describe, expect, it, jest } from '@jest/globals';
import { Registry } from '../../../test/kit/registry.js';
import type { Identity } from '../../domain/citizen/index.js';
import { CitizenId, DAY } from '../../kernel/index.js';
import type { Outcome } from '../outcome.js';
import type { CardPrinted } from './enrol-at-counter.js';

const wang: Identity = {
  name: { family: '王', given: '芳', familyLatin: null, givenLatin: null },
  document: { type: 'resident-id', state: 'CN', number: '11010519491231002X' },
  birthDate: '1949-12-31',
};
const misnamed: Identity = { ...wang, name: { ...wang.name, given: '方' } };
const RECEIVED = { kind: 'done', value: { state: 'received' } };

const codesOf = (outcome: Outcome<CardPrinted>): readonly string[] => (outcome.kind === 'done' ? outcome.value.codes : []);
const alive = async (registry: Registry, codes: readonly string[]): Promise<number> => (await Promise.all(codes.map((code) => registry.works(code)))).filter(Boolean).length;
const withSelf = (): Registry => {
  const registry = new Registry();
  registry.verified.set('wang', { ...wang, phone: null });
  return registry;
};

describe('a person at a counter', () => {
  it('is enrolled without phone or account and gets ten codes', async () => {
    const registry = new Registry();
    const codes = codesOf(await registry.enrolAtCounter(wang));
    expect(new Set(codes).size).toBe(10);
    expect(await alive(registry, codes)).toBe(10);
    expect(await registry.log()).toEqual(['IdentityReserved', 'CitizenEnrolled']);
  });

  it('is told at once that a store takes nothing: it is not asked again and again', async () => {
    const registry = new Registry();
    await registry.enrolAtCounter(wang, 'one');
    const appends = jest.spyOn(registry.store, 'appendAll').mockImplementation(async (given) => given.map(() => ({ kind: 'unavailable' })));
    expect(await registry.enrolAtCounter(wang, 'two')).toEqual({ kind: 'refused', code: 'busy' });
    expect(appends).toHaveBeenCalledTimes(1);
  });

  it('gets the same card on a retry, another one under another key', async () => {
    const registry = new Registry();
    const first = codesOf(await registry.enrolAtCounter(wang, 'one'));
    expect(codesOf(await registry.enrolAtCounter(wang, 'one'))).toEqual(first);
    const second = codesOf(await registry.enrolAtCounter(wang, 'two'));
    expect(second.filter((code) => first.includes(code))).toEqual([]);
    expect(await alive(registry, [...first, ...second])).toBe(20);
    expect(await registry.log()).toHaveLength(2);
  });

  it('who enrolled themselves gets a card too', async () => {
    const registry = withSelf();
    await registry.enrolSelf('wang');
    expect(await alive(registry, codesOf(await registry.enrolAtCounter(wang)))).toBe(10);
  });

  it('who does not match gets a card that looks alike and is dead', async () => {
    const registry = new Registry();
    const [good = ''] = codesOf(await registry.enrolAtCounter(wang, 'one'));
    const codes = codesOf(await registry.enrolAtCounter(misnamed, 'two'));
    expect(codes.map((code) => code.length)).toEqual(Array(10).fill(good.length));
    expect(await alive(registry, codes)).toBe(0);
    expect(await registry.log()).toHaveLength(2);
  });

  it('never gets the codes of somebody for whom the same key was used', async () => {
    const registry = new Registry();
    const first = codesOf(await registry.enrolAtCounter(wang, 'key'));
    const other = { ...wang, document: { type: 'passport', state: 'CN', number: 'E12345678' } } as const;
    const second = codesOf(await registry.enrolAtCounter(other, 'key'));
    expect(second.filter((code) => first.includes(code))).toEqual([]);
    expect(await alive(registry, second)).toBe(10);
  });

  it.each(['themselves', 'a relative'])('gets a dead card from a registrar who is %s', async (who) => {
    const registry = withSelf();
    await registry.enrolSelf('wang');
    const citizen = await registry.citizenOf('wang');
    if (citizen === undefined) throw new Error('nobody was enrolled');
    if (who === 'a relative') registry.ties.add(citizen);
    const self = who === 'a relative' ? CitizenId('c9'.repeat(16)) : citizen;
    expect(await alive(registry, codesOf(await registry.enrolAtCounter(wang, 'key', self)))).toBe(0);
  });

  it.each([0, 1])('is enrolled by the next counter after a crash after %i steps', async (steps) => {
    const registry = new Registry();
    registry.store.crashAfter = steps;
    await expect(registry.enrolAtCounter(wang, 'one')).rejects.toThrow('not available');
    registry.store.crashAfter = Infinity;
    expect(await alive(registry, codesOf(await registry.enrolAtCounter(wang, 'two')))).toBe(10);
    expect(await registry.log()).toEqual(['IdentityReserved', 'CitizenEnrolled']);
  });

  it('with a document that is none is refused by the document alone', async () =>
    expect(await new Registry().enrolAtCounter({ ...wang, birthDate: '1949-12-30' })).toEqual({ kind: 'refused', code: 'document', field: 'document' }));
});

describe('a document that a counter enrolled', () => {
  it.each([['matching', wang], ['other', misnamed]])('gives a %s self-enrolment the usual answer and no account', async (_which, person) => {
    const registry = new Registry();
    await registry.enrolAtCounter(wang);
    registry.verified.set('wang', { ...person, phone: '+8613800138000' });
    expect(await registry.enrolSelf('wang')).toEqual(RECEIVED);
    expect(await registry.log()).toEqual(['IdentityReserved', 'CitizenEnrolled']);
  });
});

describe('an account link', () => {
  it('lets the account speak for the person, also about their phone', async () => {
    const registry = new Registry();
    await registry.enrolAtCounter(wang);
    registry.verified.set('wang', { ...wang, phone: '+8613800138000' });
    expect(await registry.linkAccount(wang, 'wang')).toEqual(RECEIVED);
    expect(await registry.citizenOf('wang')).toBeDefined();
    await registry.enrolSelf('wang');
    expect((await registry.log()).slice(2)).toEqual(['AccountLinked', 'AccountLinked', 'ContactChanged']);
  });

  it.each([
    ['a stranger', async (registry: Registry) => registry.linkAccount({ ...wang, document: { type: 'passport', state: 'CN', number: 'E12345678' } }, 'a')],
    ['a person whose name differs', async (registry: Registry) => registry.linkAccount(misnamed, 'a')],
    ['the registrar’s own account', async (registry: Registry) => registry.linkAccount(wang, 'registrar')],
    ['an account that is taken', async (registry: Registry) => registry.linkAccount(wang, 'taken')],
  ])('of %s is answered alike and does nothing', async (_what, act) => {
    const registry = new Registry();
    registry.verified.set('taken', { ...wang, document: { type: 'passport', state: 'DE', number: 'C01X00T47' }, phone: null });
    await registry.enrolSelf('taken');
    await registry.enrolAtCounter(wang);
    const before = await registry.log();
    expect(await act(registry)).toEqual(RECEIVED);
    expect(await registry.log()).toEqual(before);
  });

  it('is not for who enrolled themselves', async () => {
    const registry = withSelf();
    await registry.enrolSelf('wang');
    expect(await registry.linkAccount(wang, 'second')).toEqual(RECEIVED);
    expect(await registry.citizenOf('second')).toBeUndefined();
  });

  it.each(['self', 'counter'])('that was made before its holder was 14 (%s) is seen again by a registrar once they are, and once only', async (way) => {
    const registry = new Registry();
    const child = { ...wang, document: { type: 'passport', state: 'CN', number: 'E12345678' }, birthDate: '2012-11-25' } as const;
    registry.verified.set('child', { ...child, phone: null });
    if (way === 'counter') await registry.enrolAtCounter(child);
    await (way === 'self' ? registry.enrolSelf('child') : registry.linkAccount(child, 'child', 'first'));
    const [made, before] = [await registry.people.linkedAt(registry.account('child')), await registry.log()];
    await registry.linkAccount(child, 'child', 'too early');
    expect([await registry.people.linkedAt(registry.account('child')), await registry.log()]).toEqual([made, before]);
    registry.clock.advance(2 * DAY);
    await registry.linkAccount(child, 'another', 'elsewhere');
    for (const key of ['grown', 'once more']) expect(await registry.linkAccount(child, 'child', key)).toEqual(RECEIVED);
    expect([await registry.people.linkedAt(registry.account('child')), await registry.log()]).toEqual([registry.clock.now(), [...before, 'AccountLinked']]);
  });

  it('is the only one that a person has, and nobody is told', async () => {
    const registry = new Registry();
    await registry.enrolAtCounter(wang);
    await registry.linkAccount(wang, 'wang', 'one');
    const before = await registry.log();
    expect(await registry.linkAccount(wang, 'second', 'two')).toEqual(RECEIVED);
    expect(await registry.linkAccount(wang, 'wang', 'three')).toEqual(RECEIVED);
    expect([await registry.citizenOf('second'), await registry.log()]).toEqual([undefined, before]);
  });

  it('goes to one of two accounts that are linked at once', async () => {
    const registry = new Registry();
    await registry.enrolAtCounter(wang);
    await Promise.all(['a', 'b', 'c'].map((account) => registry.linkAccount(wang, account, account)));
    expect((await Promise.all(['a', 'b', 'c'].map((account) => registry.citizenOf(account)))).filter((citizen) => citizen !== undefined)).toHaveLength(1);
  });

  it.each([0, 1])('that was cut short after %i appends is done by doing it again, and by no other account', async (appends) => {
    const registry = new Registry();
    await registry.enrolAtCounter(wang);
    registry.store.crashAfter = appends;
    await expect(registry.linkAccount(wang, 'wang', 'one')).rejects.toThrow('not available');
    registry.store.crashAfter = Infinity;
    if (appends === 1) await registry.linkAccount(wang, 'second', 'two');
    await registry.linkAccount(wang, 'wang', 'three');
    expect(await registry.citizenOf('wang')).toBeDefined();
    expect(await registry.citizenOf('second')).toBeUndefined();
  });

  it('that was cut short is open to another account once the first speaks for somebody else', async () => {
    const registry = new Registry();
    registry.verified.set('first', { ...wang, document: { type: 'passport', state: 'DE', number: 'C01X00T47' }, phone: null });
    await registry.enrolAtCounter(wang);
    registry.store.crashAfter = 1;
    await expect(registry.linkAccount(wang, 'first', 'one')).rejects.toThrow('not available');
    registry.store.crashAfter = Infinity;
    await registry.enrolSelf('first');
    await registry.linkAccount(wang, 'second', 'two');
    expect(await registry.citizenOf('second')).toBeDefined();
  });
});
