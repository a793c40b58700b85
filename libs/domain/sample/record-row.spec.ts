import { describe, expect, it } from '@jest/globals';
import { fold, open, parseInstant } from '../../kernel/index.js';
import type { SampleEvent } from './events.js';
import { checkRow, recordRow, type RowDecision } from './record-row.js';
import type { LabRow } from './row.js';
import { HOLDER, labRow, NOON, NURSE, TUBE } from './row.fixture.js';
import { evolveSample, NO_SAMPLE } from './sample.js';

const registered: SampleEvent = { type: 'SampleRegistered', data: { ...TUBE, staff: NURSE, flagged: open(false), collectedAt: open(NOON), barcode: open('A-1'), at: NOON } };
const locked: SampleEvent = { type: 'BarcodeLocked', data: { ...TUBE, at: NOON } };
const released: SampleEvent = { type: 'BarcodeReleased', data: { ...TUBE, registrar: NURSE, office: TUBE.clinic, at: NOON } };
const withdrawn: SampleEvent = { type: 'ResultWithdrawn', data: { ...TUBE, staff: NURSE, reason: open('mix-up'), at: NOON } };

const GOOD = checkRow(labRow(), NOON);
if (typeof GOOD === 'string') throw new Error('the fixture is no good row');
const recorded: SampleEvent = { type: 'ResultRecorded', data: { ...TUBE, result: open(GOOD), at: NOON } };
const corrected: SampleEvent = { type: 'ResultCorrected', data: { ...TUBE, staff: NURSE, result: open({ ...GOOD, result: '419984006' }), reason: open('typing'), at: NOON } };

/** The verdict on a row, after these facts, in the whole order: what the row says by itself, then what the tube says. */
function judge(facts: readonly SampleEvent[], row: LabRow, { tied = false }: { readonly tied?: boolean } = {}): RowDecision {
  const result = checkRow(row, NOON);
  if (typeof result === 'string') return { verdict: result };
  return recordRow({ row, result, holder: HOLDER, tied, at: NOON }, fold({ initial: NO_SAMPLE, evolve: evolveSample }, facts));
}

const anybodyElse = { fn: 'Somebody', gn: 'Else', fnt: '', gnt: '' };

describe('a row', () => {
  it.each([
    // change of a good row                                              history                            verdict
    [{},                                                                 [registered],                      'recorded'],
    [{ dr: '' },                                                         [registered],                      'recorded'],
    [{ tr: '419984006', tt: 'LP217198-3' },                              [registered],                      'recorded'],
    [{ nam: { fn: '', gn: '', fnt: '', gnt: '' }, dob: '' },             [registered],                      'recorded'],
    [{ dob: '1998' },                                                    [registered],                      'recorded'],
    [{ sc: '2026-03-10T12:00:00Z', dr: '2026-03-10T12:00:00Z' },         [registered],                      'recorded'],
    // the first reason wins
    [{ tt: 'LP1', tg: '1', tr: '1', sc: 'x', dob: '1' },                 [],                                'test-type'],
    [{ tg: '1', tr: '1', sc: 'x', dob: '1' },                            [],                                'disease'],
    [{ tr: '1', sc: 'x', dob: '1' },                                     [],                                'result'],
    [{ sc: 'x', dob: '1' },                                              [],                                'time'],
    [{ dob: '1' },                                                       [],                                'barcode'],
    [{ dob: '1' },                                                       [registered],                      'identity'],
    [{ dob: '1' },                                                       [registered, recorded],            'identity'],
    // times
    [{ sc: '2026-03-10T08:00:00' },                                      [registered],                      'time'],
    [{ sc: '2026-03-10' },                                               [registered],                      'time'],
    [{ sc: '2026-03-10T12:00:00.001Z', dr: '' },                         [registered],                      'time'],
    [{ dr: '2026-03-10T12:00:00.001Z' },                                 [registered],                      'time'],
    [{ dr: '2026-03-10T07:59:59+01:00' },                                [registered],                      'time'],
    [{ dr: 'today' },                                                    [registered],                      'time'],
    // identity locks
    [{ nam: anybodyElse },                                                     [registered],                      'identity'],
    [{},                                                                 [registered, locked],              'identity'],
    [{},                                                                 [registered, recorded, locked],    'identity'],
    [{},                                                                 [registered, locked, released],    'recorded'],
    // a result is there
    [{},                                                                 [registered, recorded],            'already-recorded'],
    [{ sc: '2026-03-10T07:00:00.000Z', tc: 'Other', dr: '' },            [registered, recorded],            'already-recorded'],
    [{ tt: 'LP217198-3' },                                               [registered, recorded],            'conflict'],
    [{ tr: '260373001' },                                                [registered, recorded],            'conflict'],
    [{ sc: '2026-03-10T07:00:00.001Z' },                                 [registered, recorded],            'conflict'],
    [{},                                                                 [registered, recorded, corrected], 'already-recorded'],
    [{ tr: '419984006' },                                                [registered, recorded, corrected], 'already-recorded'],
    [{ tr: '260373001' },                                                [registered, recorded, corrected], 'conflict'],
    [{},                                                                 [registered, recorded, withdrawn], 'already-recorded'],
    [{ tr: '260373001' },                                                [registered, recorded, withdrawn], 'conflict'],
  ] as const)('%j after %#: %s', (change, facts, verdict) => expect(judge(facts, labRow(change)).verdict).toBe(verdict));

  it('is recorded once, and locks once', () => {
    expect(judge([registered], labRow()).event).toEqual(recorded);
    expect(judge([registered, recorded], labRow()).event).toBeUndefined();
    expect(judge([registered], labRow({ nam: anybodyElse })).event).toEqual(locked);
    expect(judge([registered, locked], labRow({ nam: anybodyElse })).event).toBeUndefined();
  });

  it('finds nobody behind a tube whose holder cannot be read', () => {
    const row = labRow();
    expect(recordRow({ row, result: GOOD, holder: undefined, tied: false, at: NOON }, fold({ initial: NO_SAMPLE, evolve: evolveSample }, [registered]))).toEqual({ verdict: 'barcode' });
  });

  it.each([
    ['a tube', [registered], {}],
    ['a tube, in somebody else’s name', [registered], { nam: anybodyElse }],
    ['a locked tube', [registered, locked], {}],
    ['a tube with this result', [registered, recorded], {}],
  ] as const)('finds nobody behind %s whose holder is tied to the sender', (_what, facts, change) => expect(judge(facts, labRow(change), { tied: true })).toEqual({ verdict: 'barcode' }));

  it('is against a result that cannot be read', () => {
    const shut: SampleEvent = { type: 'ResultRecorded', data: { ...TUBE, result: { kind: 'shut', sealed: '' }, at: NOON } };
    expect(judge([registered, shut], labRow())).toEqual({ verdict: 'conflict' });
  });

  it('keeps the texts it has, and is reported when it came where it does not say', () =>
    expect(checkRow(labRow({ dr: '' }), NOON)).toEqual({
      test: 'LP6464-4', disease: '840539006', result: '260415000', collectedAt: parseInstant('2026-03-10T07:00:00Z'), reportedAt: NOON,
      testName: null, manufacturer: null, centre: 'Centre 1', country: 'AT', issuer: null,
    }));
});
