import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { Registry } from '../../../test/kit/registry.js';
import type { VerifiedIdentity } from '../ports/index.js';
import { streams } from '../streams.js';
import { identityAggregate } from './aggregates.js';
import { EnrolSelf } from './enrol-self.js';

const wang: VerifiedIdentity = {
  name: { family: '王', given: '芳', familyLatin: null, givenLatin: null },
  document: { type: 'resident-id', state: 'CN', number: '11010519491231002X' },
  birthDate: '1949-12-31',
  phone: '+8613800138000',
};
const passport: VerifiedIdentity = { ...wang, document: { type: 'passport', state: 'CN', number: 'E12345678' } };
const RECEIVED = { kind: 'done', value: { state: 'received' } };
const ENROLLED = ['IdentityReserved', 'AccountLinked', 'CitizenEnrolled'];

const registryOf = (...known: readonly (readonly [string, VerifiedIdentity])[]): Registry => {
  const registry = new Registry();
  for (const [token, person] of known) registry.verified.set(token, person);
  return registry;
};

describe('somebody who enrols themselves', () => {
  it('reserves the document, links the account, is enrolled', async () => {
    const registry = registryOf(['wang', wang]);
    expect(await registry.enrolSelf('wang')).toEqual(RECEIVED);
    expect(await registry.log()).toEqual(ENROLLED);
    const citizen = await registry.citizenOf('wang');
    expect(citizen && (await registry.people.personOf(citizen))).toEqual({ ...wang, citizen });
  });

  it('changes nothing by doing it again, under whichever key', async () => {
    const registry = registryOf(['wang', wang]);
    for (const key of ['one', 'one', 'two']) expect(await registry.enrolSelf('wang', key)).toEqual(RECEIVED);
    expect(await registry.log()).toEqual(ENROLLED);
  });

  it('takes a newly verified phone over', async () => {
    const registry = registryOf(['wang', wang], ['new phone', { ...wang, phone: '+8613900139000' }], ['no phone', { ...wang, phone: null }]);
    for (const token of ['wang', 'new phone', 'no phone']) await registry.enrolSelf('wang', token, token);
    expect(await registry.log()).toEqual([...ENROLLED, 'ContactChanged']);
  });

  it('without a usable identity is told so', async () => {
    const registry = registryOf(['odd', { ...wang, birthDate: '1949-12-30' }], ['odd phone', { ...wang, phone: '138' }]);
    for (const token of ['nobody', 'odd', 'odd phone']) expect(await registry.enrolSelf('wang', 'key', token)).toEqual({ kind: 'refused', code: 'identity-unverified' });
    expect(await registry.log()).toEqual([]);
  });

  it('leaves no token in what a log could print of the command', () => {
    const command = new EnrolSelf(new Registry().request('wang', 'key'), 'secret-token');
    expect(`${inspect(command, { showHidden: true, depth: 9 })}${JSON.stringify(command)}`).not.toContain('secret-token');
  });
});

describe.each([0, 1, 2])('a crash after %i of the three steps', (steps) => {
  it.each([
    ['the same key', 'key', false],
    ['another key', 'other', false],
    ['the same key, the last answer lost', 'key', true],
    ['another key, the last answer lost', 'other', true],
  ])('heals under %s', async (_which, key, loseAnswer) => {
    const registry = registryOf(['wang', wang]);
    registry.store.crashAfter = loseAnswer ? steps + 1 : steps;
    registry.store.loseAnswer = loseAnswer;
    await expect(registry.enrolSelf('wang')).rejects.toThrow('not available');
    registry.store.crashAfter = Infinity;
    expect((await registry.citizenOf('wang')) !== undefined).toBe(steps + Number(loseAnswer) === 3);
    expect(await registry.enrolSelf('wang', key)).toEqual(RECEIVED);
    expect(await registry.log()).toEqual(ENROLLED);
    expect(await registry.citizenOf('wang')).toBeDefined();
  });
});

describe('a race', () => {
  it('of two accounts for one document has one winner, and neither is told', async () => {
    const registry = registryOf(['a', wang], ['b', wang]);
    expect(await Promise.all([registry.enrolSelf('a'), registry.enrolSelf('b')])).toEqual([RECEIVED, RECEIVED]);
    expect(await registry.log()).toEqual(ENROLLED);
    expect([await registry.citizenOf('a'), await registry.citizenOf('b')].filter((citizen) => citizen !== undefined)).toHaveLength(1);
  });

  it.each([['one key', 'key'], ['two keys', 'other']])('of two documents for one account under %s gives one back', async (_which, key) => {
    const registry = registryOf(['resident', wang], ['passport', passport], ['other', passport]);
    const both = [registry.enrolSelf('a', 'key', 'resident'), registry.enrolSelf('a', key, 'passport')];
    expect(await Promise.all(both)).toEqual([RECEIVED, RECEIVED]);
    expect((await registry.log()).toSorted()).toEqual([...ENROLLED, 'IdentityReserved', 'IdentityReleased'].toSorted());
    await registry.enrolSelf('a', key, 'passport');
    await registry.enrolSelf('b', 'key', 'other');
    expect(await registry.citizenOf('b')).toBeDefined();
    expect(await registry.citizenOf('b')).not.toBe(await registry.citizenOf('a'));
  });

  it('of one request with itself enrols once', async () => {
    const registry = registryOf(['wang', wang]);
    await Promise.all([registry.enrolSelf('wang'), registry.enrolSelf('wang'), registry.enrolSelf('wang', 'other')]);
    expect(await registry.log()).toEqual(ENROLLED);
  });
});

it('a crash between reservation and release is healed by its maker', async () => {
  const registry = registryOf(['resident', wang], ['passport', passport]);
  await registry.enrolSelf('a', 'key', 'resident');
  registry.store.crashAfter = 1;
  await expect(registry.enrolSelf('a', 'two', 'passport')).rejects.toThrow('not available');
  registry.store.crashAfter = Infinity;
  await registry.enrolSelf('a', 'three', 'passport');
  const { state } = await registry.ledger.load(identityAggregate, streams.identity(registry.names.identity(passport.document)));
  expect(state).toEqual({ status: 'free' });
});

describe('an enrolment that was cut short and is done with another document', () => {
  const cut = async (appends: number, ...known: readonly (readonly [string, VerifiedIdentity])[]): Promise<Registry> => {
    const registry = registryOf(['before', wang], ['after', passport], ...known);
    registry.store.crashAfter = appends;
    await expect(registry.enrolSelf('a', 'cut', 'before')).rejects.toThrow('not available');
    registry.store.crashAfter = Infinity;
    return registry;
  };

  it.each([1, 2])('heals where %i of its three steps were taken', async (appends) => {
    const registry = await cut(appends);
    expect(await registry.enrolSelf('a', 'key', 'after')).toEqual(RECEIVED);
    const citizen = await registry.citizenOf('a');
    expect(citizen && (await registry.people.personOf(citizen))).toEqual({ ...passport, citizen });
  });

  it.each([1, 2])('leaves the other document to its holder, where %i steps were taken: they enrol themselves', async (appends) => {
    const registry = await cut(appends, ['holder', wang]);
    await registry.enrolSelf('a', 'key', 'after');
    expect(await registry.enrolSelf('b', 'key', 'holder')).toEqual(RECEIVED);
    const citizen = await registry.citizenOf('b');
    expect(citizen && (await registry.people.personOf(citizen))).toEqual({ ...wang, citizen });
    expect(citizen).not.toBe(await registry.citizenOf('a'));
  });

  it.each([1, 2])('leaves it, where %i steps were taken, to a counter too', async (appends) => {
    const registry = await cut(appends);
    await registry.enrolSelf('a', 'key', 'after');
    const card = await registry.enrolAtCounter(wang);
    expect(card.kind === 'done' && (await registry.works(card.value.codes[0] ?? ''))).toBe(true);
  });

  it.each([1, 2])('leaves it to nobody while it can still be finished, after %i steps', async (appends) => {
    const registry = await cut(appends, ['holder', wang]);
    await registry.enrolSelf('b', 'key', 'holder');
    expect(await registry.citizenOf('b')).toBeUndefined();
    await registry.enrolSelf('a', 'key', 'before');
    expect(await registry.citizenOf('a')).toBeDefined();
    expect(await registry.citizenOf('b')).toBeUndefined();
  });

  it('takes the first document after all, where the second got no further than the account', async () => {
    const registry = await cut(1);
    registry.store.crashAfter = 2;
    await expect(registry.enrolSelf('a', 'key', 'after')).rejects.toThrow('not available');
    registry.store.crashAfter = Infinity;
    expect(await registry.enrolSelf('a', 'last', 'before')).toEqual(RECEIVED);
    const citizen = await registry.citizenOf('a');
    expect(citizen && (await registry.people.personOf(citizen))).toEqual({ ...wang, citizen });
  });
});
