import { describe, expect, it } from '@jest/globals';
import { givenFor } from '../../../test/kit/given.js';
import { DAY, fold, InstitutionId, instant, plus, StaffId } from '../../kernel/index.js';
import { CN_1 } from '../policy/cn-1.js';
import { appoint, type Appoint, endAppointment, evolve, NO_STAFF, dutyIn, type Role, type StaffEvent } from './index.js';

const at = instant(1_800_000_000_000);
const staff = StaffId('5a'.repeat(16));
const registrar = StaffId('5b'.repeat(16));
const institution = InstitutionId('0e'.repeat(16));
const staffFold = { initial: NO_STAFF, evolve };
const given = givenFor(staffFold);

const command = (change: Partial<Appoint> = {}): Appoint => ({ staff, role: 'registrar', institution, days: 30, by: registrar, tied: false, at, ...change });
const appointed = (ordinal = 1, change: Partial<Extract<StaffEvent, { type: 'StaffAppointed' }>['data']> = {}): StaffEvent => ({
  type: 'StaffAppointed',
  data: { staff, ordinal, role: 'registrar', institution, from: at, until: plus(at, 30 * DAY), by: registrar, policy: 'cn-1', at, ...change },
});
const ended = (ordinal = 1, when = at): StaffEvent => ({ type: 'AppointmentEnded', data: { staff, ordinal, by: null, at: when } });
const end = { staff, role: 'registrar' as Role, institution, by: null, at: plus(at, DAY) };

describe('an appointment', () => {
  it('is given for whole days', () => given().when((state) => appoint(command(), state, CN_1)).thenRecorded(appointed()));
  it('is counted', () => given(appointed()).when((state) => appoint(command({ by: null }), state, CN_1)).thenRecorded(appointed(2, { by: null })));
  it('is not longer than 90 days', () => given().when((state) => appoint(command({ days: 91 }), state, CN_1)).thenRefused('appointment-length', 'days'));
  it('of 90 days is the longest', () => given().when((state) => appoint(command({ days: 90 }), state, CN_1)).thenRecorded(appointed(1, { until: plus(at, 90 * DAY) })));
  it('of one day is the shortest', () => given().when((state) => appoint(command({ days: 1 }), state, CN_1)).thenRecorded(appointed(1, { until: plus(at, DAY) })));
  it.each([0, -1, 0.5, 1.5, Number.NaN])('is not for %d days', (days) => given().when((state) => appoint(command({ days }), state, CN_1)).thenRefused('appointment-length', 'days'));
  it('is never one’s own doing', () => given().when((state) => appoint(command({ by: staff }), state, CN_1)).thenRefused('conflict-of-interest'));
  it('is not for somebody with a private tie', () => given().when((state) => appoint(command({ tied: true }), state, CN_1)).thenRefused('conflict-of-interest'));

  it('can be ended', () => given(appointed()).when((state) => endAppointment(end, state)).thenRecorded(ended(1, end.at)));
  it('is ended once', () => given(appointed(), ended()).when((state) => endAppointment(end, state)).thenNothing());
  it('that never was cannot be ended', () => given(appointed()).when((state) => endAppointment({ ...end, role: 'clinic' }, state)).thenRefused('not-appointed'));
  it('at another institution is another one', () => given(appointed()).when((state) => endAppointment({ ...end, institution: InstitutionId('03'.repeat(16)) }, state)).thenRefused('not-appointed'));
  it('is not ended by its holder', () => given(appointed()).when((state) => endAppointment({ ...end, by: staff }, state)).thenRefused('conflict-of-interest'));
});

describe('a duty', () => {
  const state = fold(staffFold, [appointed(), appointed(2, { institution: InstitutionId('03'.repeat(16)), from: plus(at, DAY), until: plus(at, 2 * DAY) })]);

  it('begins with its appointment', () => {
    expect(dutyIn(state, 'registrar', plus(at, -1))).toBeUndefined();
    expect(dutyIn(state, 'registrar', at)).toMatchObject({ ordinal: 1 });
  });
  it('is that of the newest appointment in force', () => {
    expect(dutyIn(state, 'registrar', plus(at, DAY))).toMatchObject({ ordinal: 2 });
    expect(dutyIn(state, 'registrar', plus(at, 2 * DAY))).toMatchObject({ ordinal: 1 });
  });
  it('ends at its end', () => expect(dutyIn(state, 'registrar', plus(at, 30 * DAY))).toBeUndefined());
  it('ends when it is taken back', () => expect(dutyIn(fold(staffFold, [appointed(), ended(1, plus(at, DAY))]), 'registrar', plus(at, DAY))).toBeUndefined());
  it('ends when it is taken back, also for a clock that is behind', () => expect(dutyIn(fold(staffFold, [appointed(), ended(1, plus(at, DAY))]), 'registrar', plus(at, DAY - 1))).toBeUndefined());
  it('is taken back alone, whatever others there are', () => expect(dutyIn(fold(staffFold, [appointed(), appointed(2), ended(1)]), 'registrar', plus(at, DAY))).toMatchObject({ ordinal: 2, endedAt: null }));
  it('is of one role only', () => expect(dutyIn(state, 'auditor', at)).toBeUndefined());
});
