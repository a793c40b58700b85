import { describe, it } from '@jest/globals';
import { CitizenId, InstitutionId, open, plus } from '../../kernel/index.js';
import { givenFor } from '../../../test/kit/given.js';
import { correct, register, release, type StaffAct, withdraw } from './decide.js';
import type { SampleEvent, TestResult } from './events.js';
import { NOON, NURSE, TUBE } from './row.fixture.js';
import { evolveSample, NO_SAMPLE, type Sample } from './sample.js';

const given = givenFor({ initial: NO_SAMPLE, evolve: evolveSample });
const RESULT: TestResult = { test: 'LP6464-4', disease: '840539006', result: '260415000', collectedAt: NOON, reportedAt: NOON, testName: null, manufacturer: null, centre: 'Centre 1', country: null, issuer: null };
const fact = {
  registered: { type: 'SampleRegistered', data: { ...TUBE, staff: NURSE, flagged: open(false), collectedAt: open(NOON), barcode: open('A-1'), at: NOON } },
  recorded: { type: 'ResultRecorded', data: { ...TUBE, result: open(RESULT), at: NOON } },
  locked: { type: 'BarcodeLocked', data: { ...TUBE, at: NOON } },
  released: { type: 'BarcodeReleased', data: { ...TUBE, registrar: NURSE, office: InstitutionId('0a'.repeat(16)), at: NOON } },
  corrected: { type: 'ResultCorrected', data: { ...TUBE, staff: NURSE, result: open({ ...RESULT, result: '260373001' }), reason: open('typing'), at: NOON } },
  withdrawn: { type: 'ResultWithdrawn', data: { ...TUBE, staff: NURSE, reason: open('mix-up'), at: NOON } },
} as const satisfies Record<string, SampleEvent>;

const put = { ...TUBE, staff: NURSE, flagged: false, collectedAt: NOON, barcode: 'A-1', at: NOON };
const act: StaffAct = { staff: NURSE, institution: TUBE.clinic, tied: false, at: NOON };
const office = { ...act, institution: InstitutionId('0a'.repeat(16)) };
const correction = { test: 'LP6464-4', result: '260373001', collectedAt: NOON, reportedAt: NOON };
const registerIt = (change: Partial<typeof put> = {}) => (tube: Sample) => register({ ...put, ...change }, tube);
const releaseIt = (change: Partial<StaffAct> = {}) => (tube: Sample) => release({ ...office, ...change }, tube);
const correctIt = (change: Partial<StaffAct> & { readonly correction?: typeof correction } = {}) => (tube: Sample) => correct({ ...act, reason: 'typing', correction, ...change }, tube);
const withdrawIt = (change: Partial<StaffAct> = {}) => (tube: Sample) => withdraw({ ...act, reason: 'mix-up', ...change }, tube);

const { registered, recorded, locked, released, corrected, withdrawn } = fact;
const elsewhere = { institution: InstitutionId('e3'.repeat(16)) };

describe('a barcode', () => {
  it('is put on a tube', () => given().when(registerIt()).thenRecorded(registered));
  it('is put on a tube once', () => given(registered).when(registerIt()).thenRefused('barcode-taken', 'barcode'));
  it('is one person for good', () => given(registered).when(registerIt({ citizen: CitizenId('2'.repeat(32)) })).thenRefused('barcode-taken', 'barcode'));
  it('is not put on a tube that is filled tomorrow', () => given().when(registerIt({ collectedAt: plus(NOON, 1) })).thenRefused('time', 'collectedAt'));
  it('is released by a registrar', () => given(registered, locked).when(releaseIt()).thenRecorded(released));
  it('is released once', () => given(registered, locked, released).when(releaseIt()).thenNothing());
  it('is not released by somebody tied to the person', () => given(registered, locked).when(releaseIt({ tied: true })).thenRefused('conflict-of-interest'));
  it('that is not locked is nothing to release, for somebody tied to the person as for anybody', () => given(registered).when(releaseIt({ tied: true })).thenNothing());
  it('that nobody put on a tube cannot be released', () => given().when(releaseIt()).thenRefused('not-found'));
  it('stays locked through a withdrawal', () => given(registered, recorded, locked, withdrawn).when(releaseIt()).thenRecorded(released));
});

describe('a correction', () => {
  it('replaces the result and keeps its texts', () => given(registered, recorded).when(correctIt()).thenRecorded(corrected));
  it('that changes nothing is not recorded', () => given(registered, recorded, corrected).when(correctIt()).thenNothing());
  it('needs a result', () => given(registered).when(correctIt()).thenRefused('no-result'));
  it('does not bring back a withdrawn one', () => given(registered, recorded, withdrawn).when(correctIt()).thenRefused('no-result'));
  it('waits for a locked barcode', () => given(registered, recorded, locked).when(correctIt()).thenRefused('barcode-locked'));
  it.each([
    ['the test', { test: 'LP217198-3' }],
    ['the time it was collected', { collectedAt: plus(NOON, -1) }],
    ['the time it was reported', { reportedAt: plus(NOON, -1), collectedAt: plus(NOON, -1) }],
  ])('may change %s alone', (_what, change) => {
    const same = { test: RESULT.test, result: RESULT.result, collectedAt: plus(NOON, -1), reportedAt: NOON };
    const before: SampleEvent = { type: 'ResultRecorded', data: { ...TUBE, result: open({ ...RESULT, collectedAt: plus(NOON, -1), ...('collectedAt' in change && !('reportedAt' in change) ? { collectedAt: plus(NOON, -2) } : {}) }), at: NOON } };
    given(registered, before).when(correctIt({ correction: { ...same, ...change } })).thenRecorded({ ...corrected, data: { ...corrected.data, result: open({ ...RESULT, ...same, ...change }) } });
  });
  it('needs a result that can be read', () => given(registered, { ...recorded, data: { ...recorded.data, result: { kind: 'shut', sealed: '' } } }).when(correctIt()).thenRefused('no-result'));
  it('of a result that an older version took for another disease names no field: none of its own is at fault', () =>
    given(registered, { ...recorded, data: { ...recorded.data, result: open({ ...RESULT, disease: '1' }) } }).when(correctIt()).thenRefused('disease'));
  it('by another clinic finds nothing', () => given(registered, recorded).when(correctIt(elsewhere)).thenRefused('not-found'));
  it('by somebody tied to the person is not permitted', () => given(registered, recorded).when(correctIt({ tied: true })).thenRefused('conflict-of-interest'));
  it('that nobody could make is refused to somebody tied as it is to anybody', () => {
    given(registered).when(correctIt({ tied: true })).thenRefused('no-result');
    given(registered, recorded, withdrawn).when(correctIt({ tied: true })).thenRefused('no-result');
    given(registered, recorded, locked).when(correctIt({ tied: true })).thenRefused('barcode-locked');
    given(registered, recorded).when(correctIt({ tied: true, correction: { ...correction, reportedAt: plus(NOON, 1) } })).thenRefused('time', 'reportedAt');
  });
  it('tells nobody who is tied that they guessed the result', () => given(registered, recorded, corrected).when(correctIt({ tied: true })).thenRefused('conflict-of-interest'));
  it('is checked like a row', () => {
    given(registered, recorded).when(correctIt({ correction: { ...correction, test: 'LP1' } })).thenRefused('test-type', 'test');
    given(registered, recorded).when(correctIt({ correction: { ...correction, result: '1' } })).thenRefused('result', 'result');
    given(registered, recorded).when(correctIt({ correction: { ...correction, reportedAt: plus(NOON, 1) } })).thenRefused('time', 'reportedAt');
    given(registered, recorded).when(correctIt({ correction: { ...correction, collectedAt: NOON, reportedAt: plus(NOON, -1) } })).thenRefused('time', 'reportedAt');
    given(registered, recorded).when(correctIt({ correction: { ...correction, collectedAt: plus(NOON, 1), reportedAt: NOON } })).thenRefused('time', 'collectedAt');
  });
});

describe('a withdrawal', () => {
  it('takes the result back', () => given(registered, recorded).when(withdrawIt()).thenRecorded(withdrawn));
  it('takes it back once', () => given(registered, recorded, withdrawn).when(withdrawIt()).thenNothing());
  it('needs a result', () => given(registered).when(withdrawIt()).thenRefused('no-result'));
  it('need not wait for a locked barcode', () => given(registered, recorded, locked).when(withdrawIt()).thenRecorded(withdrawn));
  it('by another clinic finds nothing', () => given(registered, recorded).when(withdrawIt(elsewhere)).thenRefused('not-found'));
  it('by somebody tied to the person is not permitted', () => given(registered, recorded).when(withdrawIt({ tied: true })).thenRefused('conflict-of-interest'));
  it('that would change nothing is answered to somebody tied as it is to anybody', () => {
    given(registered).when(withdrawIt({ tied: true })).thenRefused('no-result');
    given(registered, recorded, withdrawn).when(withdrawIt({ tied: true })).thenNothing();
  });
});

describe('the fold', () => {
  const [first, second] = [open(RESULT), open({ ...RESULT, result: '260373001' })];
  const tube = { ...TUBE, locked: false };

  it('knows a tube that nobody locked', () => given(registered).thenState({ status: 'registered', ...tube }));
  it('keeps what was said first beside what stands', () => given(registered, recorded, corrected).thenState({ status: 'reported', ...tube, recorded: first, standing: second }));
  it('keeps it through a withdrawal, and after it', () => {
    given(registered, recorded, corrected, withdrawn).thenState({ status: 'withdrawn', ...tube, recorded: first });
    given(registered, recorded, withdrawn, corrected).thenState({ status: 'reported', ...tube, recorded: first, standing: second });
  });
  it('takes an odd history as it is', () => {
    for (const event of [locked, released, withdrawn]) given(event).thenState(NO_SAMPLE);
    given(registered, withdrawn).thenState({ status: 'registered', ...tube });
    given(corrected).thenState({ status: 'reported', ...tube, recorded: second, standing: second });
  });
});
