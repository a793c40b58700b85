import { beforeEach, describe, expect, it } from '@jest/globals';
import { atClinic, line, PERSON } from '../../../test/kit/at-clinic.js';
import { ClaimsOffice, value } from '../../../test/kit/claims-office.js';
import { details, north, south } from '../../../test/kit/guardianship.js';
import { correct, withdraw } from '../../domain/sample/index.js';
import { labRow } from '../../domain/sample/row.fixture.js';
import { CitizenId, ClaimId, GuardianshipId, instant, SampleId } from '../../kernel/index.js';
import { QuestionRecorder } from '../audit/record-question.js';
import { Cursors } from '../cursor.js';
import { GuardianshipDesk } from '../guardianship/guardianship-desk.js';
import { SuspendGuardianship, SuspendGuardianshipHandler } from '../guardianship/suspend-guardianship.js';
import { FindSample, FindSampleHandler } from '../samples/find-sample.js';
import { Quarantine, QuarantineHandler } from '../samples/quarantine.js';
import { Appoint, AppointHandler } from './appoint.js';
import { StaffDesk } from './staff-desk.js';

const LATE = { kind: 'refused', code: 'read-models-behind' };
const nurse = CitizenId('e'.repeat(32));

/** A clinic with a result, whose staff are enrolled; whom they have dealings with the read models have not heard yet. */
async function clinicWithResult() {
  const there = await atClinic(2);
  expect(await there.said(line())).toBe('recorded');
  return there;
}

/** What staff do in its process: each to somebody it knows, and to somebody, or with something, that nobody knows. */
const ACTS: Readonly<Record<string, (at: Awaited<ReturnType<typeof clinicWithResult>>, known: boolean) => Promise<unknown>>> = {
  'registers a sample': ({ clinic, spare }, known) => clinic.register({ code: known ? spare : 'made up', barcode: 'B-1' }, 'late', nurse),
  'finds a tube': ({ registry, clinic }, known) =>
    new FindSampleHandler(registry.ledger, registry.names, registry.dealings).execute(new FindSample(clinic.request('find', nurse).actor, clinic.duty, known ? 'A-1' : 'A-9')),
  'lists what is locked': ({ registry, clinic }) => {
    registry.readModels.quarantine = async () => [];
    const handler = new QuarantineHandler(registry.store, registry.ledger, registry.readModels, new Cursors(registry.index), registry.dealings);
    return handler.execute(new Quarantine(clinic.request('list', nurse).actor, clinic.duty, null, 10));
  },
  'corrects a result': ({ clinic, sample }, known) => {
    const at = instant(Date.parse(labRow().sc));
    const correction = { test: 'LP6464-4', result: '260415000', collectedAt: at, reportedAt: at };
    return clinic.desk.act(clinic.request('correct', nurse), { duty: clinic.duty, sample: known ? sample('A-1') : SampleId('9'.repeat(32)) }, (act, tube) => correct({ ...act, correction, reason: 'a mix-up' }, tube));
  },
  'takes a result back': ({ clinic, sample }, known) =>
    clinic.desk.act(clinic.request('withdraw', nurse), { duty: clinic.duty, sample: known ? sample('A-1') : SampleId('9'.repeat(32)) }, (act, tube) => withdraw({ ...act, reason: 'a mix-up' }, tube)),
  'prints a card': ({ registry }, known) => registry.enrolAtCounter(known ? PERSON : { ...PERSON, document: { ...PERSON.document, number: 'P7654321' } }, 'late', nurse),
  'links an account': ({ registry }, known) => registry.linkAccount(known ? PERSON : { ...PERSON, document: { ...PERSON.document, number: 'P7654321' } }, 'somebody', 'late', nurse),
  'appoints': ({ registry }, known) => {
    const { ledger, clock, names, institutions, people, dealings: ties } = registry;
    const post = { issuer: 'https://issuer.test', subject: known ? 'somebody' : 'nobody', role: 'clinic', institution: registry.duty.institutionName } as const;
    return new AppointHandler(new StaffDesk(ledger, clock, names, institutions), names, people, ties).execute(new Appoint(registry.request('registrar', 'late', nurse), registry.duty, post, 30));
  },
  'asks as an auditor': ({ registry }, known) => {
    const { ledger, clock, index, dealings: ties } = registry;
    const point = { time: clock.now() };
    return new QuestionRecorder(ledger, clock, index, ties).record({ actor: registry.request('auditor', 'late', nurse).actor, duty: registry.duty }, { people: known ? [nurse] : [], subject: known ? nurse : null, basis: null, point });
  },
};

describe('while read models have not passed where the log ended, so that they may not have heard of a tie,', () => {
  it.each(Object.entries(ACTS))('nobody %s, whomever it is about', async (_what, act) => {
    const at = await clinicWithResult();
    const before = await at.registry.log();
    at.registry.late = true;
    expect([await act(at, true), await act(at, false)]).toEqual([LATE, LATE]);
    expect(await at.registry.log()).toEqual(before);
  });

  it('rows of an import are busy, and are judged when they are sent again', async () => {
    const { registry, clinic } = await clinicWithResult();
    registry.late = true;
    const page = [line({ ci: 'A-2' }), line({ ci: 'B-9' }), 'x'];
    const said = async () => (await clinic.import(page, nurse)).map(({ verdict }) => verdict).join(' ');
    expect(await said()).toBe('busy busy format');
    registry.late = false;
    expect(await said()).toBe('recorded barcode format');
  });

  it('who is not enrolled has dealings with nobody, and goes on', async () => {
    const { registry, clinic, spare } = await clinicWithResult();
    registry.late = true;
    expect(await clinic.register({ code: spare, barcode: 'B-1' })).toMatchObject({ kind: 'done', value: { flagged: false } });
    expect(await clinic.import([line({ ci: 'A-2' })])).toMatchObject([{ verdict: 'recorded' }]);
  });

  it('an import asks once a page', async () => {
    const { registry, clinic } = await clinicWithResult();
    let asked = 0;
    registry.readModels.reached = async () => {
      asked += 1;
      return true;
    };
    await clinic.import([line({ ci: 'A-2' }), line({ ci: 'B-9' }), line()], nurse);
    expect(asked).toBe(1);
  });
});

describe('a registrar, while read models are behind,', () => {
  let office: ClaimsOffice;
  let waiting: ClaimId;
  let held: ClaimId;
  let guardianship: GuardianshipId;

  beforeEach(async () => {
    office = new ClaimsOffice();
    const [mother, father] = [await office.adult('1'), await office.adult('2')];
    value(await office.countersign(south, await office.proposed(mother, details(), [north, south])));
    await office.sweep.idle();
    const [row] = await office.readModels.basesOf(mother);
    guardianship = GuardianshipId(row?.basis);
    held = await office.proposed(father, details('guardian-of-minor'), [north, south], 'second');
    ({ claim: waiting } = value(await office.claim(father, details(), 'third')));
    office.readModels.late = true;
  });

  const nobodys = ClaimId('9'.repeat(32));
  const suspend = (id: GuardianshipId) =>
    new SuspendGuardianshipHandler(new GuardianshipDesk(office.ledger, office.clock, office.ties)).execute(new SuspendGuardianship(office.request(north, 'late', 'suspend'), id, 'a report'));

  it.each([
    ['is dealt no claim', () => [office.next(south, 'late'), office.next(north, 'late')]],
    ['proposes nothing', () => [office.propose(north, waiting, 'late'), office.propose(north, nobodys, 'late')]],
    ['countersigns nothing', () => [office.countersign(south, held, 'late'), office.countersign(south, nobodys, 'late')]],
    ['countersigns nothing, not enrolled: the proposer may be close to whom it is about', () => [office.countersign({ ...south, citizen: null }, held, 'late'), office.countersign({ ...south, citizen: null }, nobodys, 'late')]],
    ['closes nothing', () => [office.close(south, held, 'expired'), office.close(south, nobodys, 'expired')]],
    ['suspends no guardianship, nor lifts or ends one', () => [suspend(guardianship), suspend(GuardianshipId(`g_${'0'.repeat(32)}-1`))]],
  ] as const)('%s, whomever it is about', async (_what, acts) => {
    const before = await office.log();
    expect(await Promise.all(acts())).toEqual([LATE, LATE]);
    expect(await office.log()).toEqual(before);
  });
});
