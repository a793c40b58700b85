import { describe, it } from '@jest/globals';
import { givenFor } from '../../../test/kit/given.js';
import { AccountId, CitizenId, IdentityId, InstitutionId, instant, open, plus, StaffId } from '../../kernel/index.js';
import {
  type AccountEvent,
  changeContact,
  type CitizenEvent,
  enrol,
  evolveAccount,
  evolveCitizen,
  evolveReservation,
  FREE_ACCOUNT,
  FREE_DOCUMENT,
  type Identity,
  type IdentityEvent,
  link,
  NOBODY,
  release,
  reserve,
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
  it('that was made before its holder was 14 is linked again by a registrar, once', () => {
    const [fourteen, later] = [plus(at, 1), plus(at, 2)];
    const again: AccountEvent = { type: 'AccountLinked', data: { account, citizen, ...witness, at: later } };
    given(linked).when((state) => link({ account, citizen, fourteen, witness, at: later }, state)).thenRecorded(again);
    given(linked, again).when((state) => link({ account, citizen, fourteen, witness, at: plus(later, 1) }, state)).thenNothing();
  });
  it('never speaks for a second citizen', () => given(linked).when((state) => link({ account, citizen: other, fourteen: at, witness, at }, state)).thenRefused('linked-elsewhere'));
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
