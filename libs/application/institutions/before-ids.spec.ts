import { describe, expect, it } from '@jest/globals';
import { atClinic, line, PERSON } from '../../../test/kit/at-clinic.js';
import { before } from '../../../test/kit/before-ids.js';
import { ClaimsOffice, value } from '../../../test/kit/claims-office.js';
import { Clinic } from '../../../test/kit/clinic.js';
import { details, north, south } from '../../../test/kit/guardianship.js';
import { elsewhere, institutionId } from '../../../test/kit/institutions.js';
import { copied } from '../../../test/kit/recorded.js';
import { Registry } from '../../../test/kit/registry.js';
import { release, withdraw } from '../../domain/sample/index.js';
import { StaffId } from '../../kernel/index.js';
import { staffAct } from '../access/index.js';
import { streams } from '../streams.js';

/** A tube that was registered and reported before institutions had ids. */
async function tubeOfBefore() {
  const { registry, clinic, said, sample, spare: code } = await atClinic(0);
  await before(registry.store, async () => {
    await clinic.register({ code, barcode: 'A-1' });
    expect(await said(line())).toBe('recorded');
  });
  return { registry, clinic, said, sample: sample('A-1') };
}

/** One that a row for somebody else locked, too. */
async function lockedBefore() {
  const { registry, clinic, said, sample, spare: code } = await atClinic(0);
  await before(registry.store, async () => {
    await clinic.register({ code, barcode: 'A-1' });
    expect(await said(line({ dob: '1901' }))).toBe('identity');
  });
  return { registry, clinic, said, sample: sample('A-1') };
}

const takeBack = (clinic: Clinic, sample: Awaited<ReturnType<typeof tubeOfBefore>>['sample']) =>
  clinic.desk.act(clinic.request('withdraw'), { duty: clinic.duty, sample }, (act, tube) => withdraw({ ...act, reason: 'a mix-up' }, tube));

describe('a tube of before', () => {
  it('stands in the log by the clinic’s name, as it was written', async () => {
    const { registry, sample } = await tubeOfBefore();
    const events = await registry.store.read({ stream: streams.sample(sample) });
    expect(events.map(({ data }) => (JSON.parse(Buffer.from(data).toString('utf8')) as { clinic: unknown }).clinic)).toEqual(['clinic-east', 'clinic-east']);
  });

  it('is found by its barcode, and its result is known', async () => expect(await (await tubeOfBefore()).said(line())).toBe('already-recorded'));

  it('is its clinic’s to take back, which is written by the clinic’s id', async () => {
    const { registry, clinic, sample } = await tubeOfBefore();
    expect(await takeBack(clinic, sample)).toMatchObject({ kind: 'done', value: { state: 'withdrawn' } });
    const last = (await registry.store.read({ stream: streams.sample(sample) })).at(-1);
    expect(Buffer.from(last?.data ?? []).toString('utf8')).toContain(`"clinic":"${institutionId('clinic-east')}"`);
  });

  it('is no other clinic’s', async () => {
    const { registry, sample } = await tubeOfBefore();
    expect(await takeBack(new Clinic(registry, 'clinic-west'), sample)).toMatchObject({ kind: 'refused', code: 'not-found' });
  });

  it('has its clinic named before what a registrar does says it by its id', async () => {
    const { registry, clinic, said, sample } = await lockedBefore();
    const act = { duty: registry.duty, sample };
    expect(await clinic.desk.act(clinic.request('release'), act, release)).toMatchObject({ kind: 'done', value: { locked: false } });
    expect((await registry.log()).slice(-2)).toEqual(['InstitutionNamed', 'BarcodeReleased']);
    expect(await elsewhere(registry).nameOf(clinic.duty.institution)).toBe('clinic-east');
    expect(await said(line())).toBe('recorded');
  });

  it('is shown by its clinic’s name', async () => {
    const { registry, sample } = await tubeOfBefore();
    const [registered] = (await registry.store.read({ stream: streams.sample(sample) })).map(copied);
    expect(registered && (await staffAct(registry.ledger, registry.institutions, registered))).toMatchObject({ act: 'sample-registered', institutions: ['clinic-east'] });
  });
});

describe('a claim that an office proposed before institutions had ids', () => {
  /** A colleague of the registrar of the north, no stranger to be told apart by but for the office. */
  const colleague = { ...south, staff: StaffId('03'.repeat(16)), office: north.office };

  async function proposed() {
    const office = new ClaimsOffice();
    const mother = await office.adult('1');
    const { claim } = value(await office.claim(mother, details()));
    await before(office.store, async () => {
      value(await office.next(north, 'first'));
      value(await office.propose(north, claim));
    });
    return { office, claim };
  }

  it('is dealt to nobody of that office', async () => {
    const { office } = await proposed();
    expect(value(await office.next(colleague, 'second'))).toEqual({ paper: null });
  });

  it('is dealt to another office, and confirmed', async () => {
    const { office, claim } = await proposed();
    expect(value(await office.next(south, 'second'))).toMatchObject({ paper: { claim, stage: 'proposed' } });
    value(await office.countersign(south, claim));
    await office.sweep.idle();
    expect(await office.log()).toContain('guardianships: GuardianshipConfirmed');
    expect(await elsewhere(office).nameOf(north.office)).toBe('north');
  });

  it('stays with who holds it since before', async () => {
    const { office, claim } = await proposed();
    await before(office.store, async () => value(await office.next(south, 'second')));
    expect(await office.countersign(south, claim)).toMatchObject({ kind: 'done' });
  });
});

describe('a clinic that was called by what has the form of an id now', () => {
  it('goes on with its tubes', async () => {
    const registry = new Registry();
    const clinic = new Clinic(registry, 'ab'.repeat(16));
    const card = value(await registry.enrolAtCounter(PERSON));
    await before(registry.store, () => clinic.register({ code: card.codes[0] ?? '', barcode: 'A-1' }));
    expect(await clinic.import([line()])).toMatchObject([{ verdict: 'recorded' }]);
    expect(await takeBack(clinic, registry.names.sample(clinic.duty.institutionName, 'A-1'))).toMatchObject({ kind: 'done' });
    expect(await elsewhere(registry).nameOf(clinic.duty.institution)).toBe(clinic.duty.institutionName);
  });
});
