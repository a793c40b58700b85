import { describe, expect, it } from '@jest/globals';
import { institutionId } from '../../../test/kit/institutions.js';
import { Registry } from '../../../test/kit/registry.js';
import { dutyIn } from '../../domain/staff/index.js';
import { StoreUnavailable } from '../../event-store/index.js';
import { CitizenId, DAY, InstitutionName, MINUTE, SECOND } from '../../kernel/index.js';
import { streams } from '../streams.js';
import {
  Appoint,
  AppointHandler,
  AppointOnServer,
  AppointOnServerHandler,
  EndAppointmentOnServer,
  EndAppointmentOnServerHandler,
  type Post,
  staffAggregate,
  StaffDesk,
} from './index.js';

const self = CitizenId('c9'.repeat(16));
const post = (subject: string, institution = 'clinic-north'): Post => ({ issuer: 'https://issuer.test', subject, role: 'clinic', institution: InstitutionName(institution) });
const DONE = { kind: 'done', value: { role: 'clinic', institution: 'clinic-north', from: '2026-11-23T02:00:00.000Z', until: '2026-12-23T02:00:00.000Z' } };

const staffOf = (registry: Registry, subject: string) => registry.ledger.load(staffAggregate, streams.staff(registry.names.staff(registry.account(subject))));
const deskOf = ({ ledger, clock, names, institutions }: Registry) => new StaffDesk(ledger, clock, names, institutions);
const appoint = (registry: Registry, subject: string, key = 'key', days = 30, at = 'clinic-north') => {
  const { names, people, dealings } = registry;
  const request = registry.request('registrar', key, self, `${days} ${at}`);
  return new AppointHandler(deskOf(registry), names, people, dealings).execute(new Appoint(request, registry.duty, post(subject, at), days));
};
const onServer = (registry: Registry, subject: string) => new AppointOnServerHandler(deskOf(registry), registry.clock, registry.names, registry.index).execute(new AppointOnServer(post(subject), 30));
const takeBack = (registry: Registry, subject: string) => new EndAppointmentOnServerHandler(deskOf(registry), registry.clock, registry.names, registry.index).execute(new EndAppointmentOnServer(post(subject)));

describe('a registrar appoints', () => {
  it('for some days, once per key', async () => {
    const registry = new Registry();
    expect(await appoint(registry, 'nurse')).toEqual(DONE);
    expect(await appoint(registry, 'nurse')).toEqual(DONE);
    const { state } = await staffOf(registry, 'nurse');
    expect(state.appointments).toHaveLength(1);
    expect(dutyIn(state, 'clinic', registry.clock.now())).toMatchObject({ institution: institutionId('clinic-north'), by: registry.duty.staff });
  });

  it('and is told of that very appointment once more on a retry, whatever was given since', async () => {
    const registry = new Registry();
    await appoint(registry, 'nurse');
    registry.clock.advance(DAY);
    expect(await appoint(registry, 'nurse', 'longer', 60)).toMatchObject({ value: { until: '2027-01-23T02:00:00.000Z' } });
    expect(await appoint(registry, 'nurse')).toEqual(DONE);
  });

  it('not for other days under the same key', async () => {
    const registry = new Registry();
    await appoint(registry, 'nurse');
    expect(await appoint(registry, 'nurse', 'key', 31)).toMatchObject({ kind: 'refused', code: 'idempotency-key-reused' });
  });

  it('and not elsewhere either, of which nothing is left', async () => {
    const registry = new Registry();
    await appoint(registry, 'nurse');
    const before = await registry.log();
    expect(await appoint(registry, 'nurse', 'key', 30, 'clinic-south')).toMatchObject({ kind: 'refused', code: 'idempotency-key-reused' });
    expect(await registry.log()).toEqual(before);
  });

  it('nowhere before it is written down what the place is called', async () => {
    const registry = new Registry();
    registry.institutions.name = () => Promise.reject(new StoreUnavailable());
    await expect(appoint(registry, 'nurse')).rejects.toThrow(StoreUnavailable);
    expect(await registry.log()).toEqual([]);
  });

  it('never a relative', async () => {
    const registry = new Registry();
    registry.verified.set('nurse', {
      name: { family: '王', given: '芳', familyLatin: null, givenLatin: null },
      document: { type: 'resident-id', state: 'CN', number: '11010519491231002X' },
      birthDate: '1949-12-31',
      phone: null,
    });
    await registry.enrolSelf('nurse');
    const nurse = await registry.citizenOf('nurse');
    if (nurse !== undefined) registry.ties.add(nurse);
    expect(await appoint(registry, 'nurse')).toEqual({ kind: 'refused', code: 'conflict-of-interest' });
  });

  it('never themselves', async () => {
    const registry = new Registry();
    const own = { ...registry.duty, staff: registry.names.staff(registry.account('registrar')) };
    const { names, people, dealings } = registry;
    const command = new Appoint(registry.request('registrar', 'key'), own, post('registrar'), 30);
    expect(await new AppointHandler(deskOf(registry), names, people, dealings).execute(command)).toEqual({ kind: 'refused', code: 'conflict-of-interest' });
  });
});

describe('the operator', () => {
  it('appoints with nobody’s name', async () => {
    const registry = new Registry();
    expect(await onServer(registry, 'first')).toEqual(DONE);
    expect((await staffOf(registry, 'first')).state.appointments).toMatchObject([{ by: null }]);
  });

  it('takes a duty back at once', async () => {
    const registry = new Registry();
    await onServer(registry, 'first');
    const { clock } = registry;
    const end = () => takeBack(registry, 'first');
    expect(await end()).toEqual({ kind: 'done', value: { ended: true } });
    expect(await end()).toEqual({ kind: 'done', value: { ended: true } });
    expect(dutyIn((await staffOf(registry, 'first')).state, 'clinic', clock.now())).toBeUndefined();
  });

  it('takes a duty back at once, also where another machine whose clock is ahead has just given more of it', async () => {
    const registry = new Registry();
    const { clock } = registry;
    await onServer(registry, 'first');
    clock.advance(MINUTE);
    await onServer(registry, 'first');
    clock.advance(SECOND - MINUTE);
    await takeBack(registry, 'first');
    expect(dutyIn((await staffOf(registry, 'first')).state, 'clinic', clock.now())).toBeUndefined();
  });

  it('cannot take back what nobody was given', async () => {
    expect(await takeBack(new Registry(), 'first')).toEqual({ kind: 'refused', code: 'not-appointed' });
  });
});
