import { describe, expect, it } from '@jest/globals';
import { givenFor } from '../../../test/kit/given.js';
import { AccountId, CitizenId, IdentityId, InstitutionId, instant, open, plus, StaffId } from '../../kernel/index.js';
import {
  type Account,
  type AccountEvent,
  changeContact,
  type Citizen,
  type CitizenEvent,
  enrol,
  evolveAccount,
  evolveCitizen,
  evolveReservation,
  FREE_ACCOUNT,
  FREE_DOCUMENT,
  type Identity,
  type IdentityEvent,
  isAbandoned,
  link,
  NOBODY,
  release,
  reserve,
  reserveLink,
} from './index.js';

const at = instant(1_800_000_000_000);
const citizen = CitizenId('c1'.repeat(16));
const other = CitizenId('c2'.repeat(16));
const identity = IdentityId('1d'.repeat(16));
const account = AccountId('ac'.repeat(16));
const maker = account;
const witness = { registrar: StaffId('5b'.repeat(16)), office: InstitutionId('0e'.repeat(16)) };
const person: Identity = {
  name: { family: '王', given: '芳', familyLatin: null, givenLatin: null },
  document: { type: 'resident-id', state: 'CN', number: '11010519491231002X' },
  birthDate: '1949-12-31',
};

describe('a document', () => {
  const given = givenFor({ initial: FREE_DOCUMENT, evolve: evolveReservation });
  const command = { identity, citizen, maker, keyVersion: 1, at };
  const reserved: IdentityEvent = { type: 'IdentityReserved', data: command };
  const released: IdentityEvent = { type: 'IdentityReleased', data: { identity, citizen, at } };

  it('is reserved by whoever comes first', () => given().when((state) => reserve(command, state)).thenRecorded(reserved));
  it('that is reserved stays so: the first citizen id wins', () => given(reserved).when((state) => reserve({ ...command, citizen: other, maker: 'counter' }, state)).thenNothing());
  it('is released by its maker', () => given(reserved).when((state) => release(command, state)).thenRecorded(released));
  it('is released by nobody else', () => given(reserved).when((state) => release({ ...command, maker: 'counter' }, state)).thenNothing());
  it('is not released for another citizen', () => given(reserved).when((state) => release({ ...command, citizen: other }, state)).thenNothing());
  it('is released once', () => given(reserved, released).when((state) => release(command, state)).thenNothing());
  it('is nobody\'s before and after', () => {
    given().thenState({ status: 'free' });
    given(reserved, released).thenState({ status: 'free' });
  });
  it('can be reserved after a release', () =>
    given(reserved, released)
      .when((state) => reserve({ ...command, citizen: other }, state))
      .thenRecorded({ type: 'IdentityReserved', data: { ...command, citizen: other } }));
});

describe('an account', () => {
  const given = givenFor({ initial: FREE_ACCOUNT, evolve: evolveAccount });
  const linked: AccountEvent = { type: 'AccountLinked', data: { account, citizen, registrar: null, office: null, at } };

  it('is linked to a citizen', () => given().when((state) => link({ account, citizen, fourteen: at, witness: undefined, at }, state)).thenRecorded(linked));
  it('is linked with the registrar who saw them', () =>
    given()
      .when((state) => link({ account, citizen, fourteen: at, witness, at }, state))
      .thenRecorded({ type: 'AccountLinked', data: { account, citizen, ...witness, at } }));
  it('speaks for nobody before', () => given().thenState({ status: 'free' }));
  it('is linked once', () => given(linked).when((state) => link({ account, citizen, fourteen: at, witness, at }, state)).thenNothing());
  it.each([
    // fourteen is...        from the link     a registrar    from the link
    ['after both',            2,                witness,       1],
    ['before both',           0,                witness,       2],
    ['between them',          1,                undefined,     2],
  ] as const)('is not linked again where the day its holder is 14 lies %s', (_when, fourteen, seenBy, again) =>
    given(linked).when((state) => link({ account, citizen, fourteen: plus(at, fourteen), witness: seenBy, at: plus(at, again) }, state)).thenNothing());
  it.each([
    ['then', 0],
    ['later', 1],
  ])('that was made before its holder was 14 is linked again by a registrar who sees them %s, once', (_when, after) => {
    const fourteen = plus(at, 1);
    const later = plus(fourteen, after);
    const again: AccountEvent = { type: 'AccountLinked', data: { account, citizen, ...witness, at: later } };
    given(linked).when((state) => link({ account, citizen, fourteen, witness, at: later }, state)).thenRecorded(again);
    given(linked, again).when((state) => link({ account, citizen, fourteen, witness, at: plus(later, 1) }, state)).thenNothing();
  });
  it('never speaks for a second citizen', () => given(linked).when((state) => link({ account, citizen: other, fourteen: at, witness, at }, state)).thenRefused('linked-elsewhere'));
});

describe('which account will speak for a citizen', () => {
  const given = givenFor({ initial: FREE_ACCOUNT, evolve: evolveAccount });
  const second = AccountId('ad'.repeat(16));
  const setAside = (which: AccountId): AccountEvent => ({ type: 'AccountLinked', data: { account: which, citizen, registrar: null, office: null, at } });
  const asking = (which: AccountId, left?: AccountId) => (state: Account) => reserveLink({ account: which, citizen, left, at }, state);

  it('is set aside', () => given().when(asking(account)).thenRecorded(setAside(account)));
  it('is set aside once', () => given(setAside(account)).when(asking(account)).thenNothing());
  it('is no second one', () => given(setAside(account)).when(asking(second)).thenRefused('linked-elsewhere'));
  it('is another one where the first turned out to speak for somebody else', () => given(setAside(account)).when(asking(second, account)).thenRecorded(setAside(second)));
  it('is no other one where it is not the first that did', () => given(setAside(account)).when(asking(second, AccountId('ae'.repeat(16)))).thenRefused('linked-elsewhere'));
  it('is set aside, whichever did, where none was', () => given().when(asking(second, account)).thenRecorded(setAside(second)));
});

describe('a reservation is abandoned or not', () => {
  const enrolled = (document: Identity['document'] | undefined): Citizen => ({
    status: 'enrolled',
    citizen,
    way: 'self',
    name: open(person.name),
    document: document === undefined ? { kind: 'shut', sealed: '' } : open(document),
    birthDate: open(person.birthDate),
    phone: open(null),
  });
  const linkedTo = (whom: CitizenId): Account => ({ status: 'linked', account, citizen: whom, at });
  const renewed = { ...person.document, number: '110105194912310021' };

  it.each([
    // for whom, by an account that speaks for whom                  cannot be finished by anybody
    ['nobody yet, by one of nobody',             NOBODY,                    FREE_ACCOUNT,      false],
    ['nobody yet, by one of theirs',             NOBODY,                    linkedTo(citizen), false],
    ['nobody yet, by one of somebody else',      NOBODY,                    linkedTo(other),   true],
    ['who was enrolled with it',                 enrolled(person.document), linkedTo(other),   false],
    ['who was enrolled with another document',   enrolled(renewed),         FREE_ACCOUNT,      true],
    ['whose document cannot be read',            enrolled(undefined),       linkedTo(other),   false],
  ] as const)('for %s', (_whom, holder, made, abandoned) =>
    expect(isAbandoned({ reservation: { status: 'reserved', citizen, maker }, document: person.document, holder, account: made })).toBe(abandoned));
});

describe('a citizen', () => {
  const given = givenFor({ initial: NOBODY, evolve: evolveCitizen });
  const command = { citizen, way: 'self', person, phone: '+8613800138000', witness: undefined, at } as const;
  const enrolled: CitizenEvent = {
    type: 'CitizenEnrolled',
    data: {
      citizen,
      way: 'self',
      registrar: null,
      office: null,
      name: open(person.name),
      document: open(person.document),
      birthDate: open(person.birthDate),
      phone: open('+8613800138000'),
      at,
    },
  };
  const changed: CitizenEvent = { type: 'ContactChanged', data: { citizen, phone: open('+8613900139000'), at } };

  it('is enrolled', () => given().when((state) => enrol(command, state)).thenRecorded(enrolled));
  it('is enrolled once', () => given(enrolled).when((state) => enrol({ ...command, phone: null }, state)).thenNothing());
  it('changes their phone', () => given(enrolled).when((state) => changeContact({ citizen, phone: '+8613900139000', at }, state)).thenRecorded(changed));
  it('keeps their phone', () => given(enrolled, changed).when((state) => changeContact({ citizen, phone: '+8613900139000', at }, state)).thenNothing());
  it('is not made by a change of phone, whatever an odd history says', () => given(changed).thenState(NOBODY));
  it('who is nobody has no phone', () => given().when((state) => changeContact({ citizen, phone: '+8613900139000', at }, state)).thenNothing());
});
