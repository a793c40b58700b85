import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { HOUR, instant, parseInstant, plus, SampleId } from '../../kernel/index.js';
import { CN_1 } from '../policy/cn-1.js';
import { type Evidence, type HealthStatus, STATUSES, statusOf } from './status.js';

const NOW = parseInstant('2026-03-10T12:00:00Z');
const CODES = { negative: '260415000', positive: '260373001', unclear: '419984006', odd: '1' } as const;

/** `negative -2h` is a negative collected two hours ago; a trailing `+1ms` moves it. */
function results(text: string): readonly Evidence[] {
  return text.split(', ').filter(Boolean).map((item, index) => {
    const [, word, hours, ms] = /^(\w+) (-?\d+)h(?:([+-]\d+)ms)?$/.exec(item) ?? [];
    const result = Object.entries(CODES).find(([name]) => name === word)?.[1] ?? '';
    return { sample: SampleId(String(index).padStart(32, '0')), result, collectedAt: plus(NOW, Number(hours) * HOUR + Number(ms ?? 0)) };
  });
}

const at = (text: string): HealthStatus => statusOf(results(text), NOW, CN_1);

describe('rule cn-1', () => {
  it.each([
    // standing results                   status
    ['',                                  'no-current-result'],
    ['negative 0h',                       'clear'],
    ['negative -48h+1ms',                 'clear'],
    ['negative -48h',                     'no-current-result'],
    ['unclear 0h',                        'retest'],
    ['unclear -48h+1ms',                  'retest'],
    ['unclear -48h',                      'no-current-result'],
    ['positive 0h',                       'positive'],
    ['positive -336h+1ms',                'positive'],
    ['positive -336h',                    'no-current-result'],
    ['odd -1h',                           'no-current-result'],
    // only the newest counts
    ['positive -3h, negative -2h',        'clear'],
    ['negative -2h, positive -3h',        'clear'],
    ['negative -3h, positive -2h',        'positive'],
    ['positive -72h, negative -50h',      'no-current-result'],
    ['negative -2h, odd -1h',             'no-current-result'],
    // collected at one instant: the most protective
    ['negative -2h, positive -2h',        'positive'],
    ['negative -2h, unclear -2h',         'retest'],
    ['unclear -2h, positive -2h',         'positive'],
    ['positive -2h, odd -2h',             'no-current-result'],
    // collected after the instant asked about
    ['negative 0h+1ms',                   'no-current-result'],
    ['negative -1h, positive 0h+1ms',     'clear'],
  ])('%s: %s', (given, status) => expect(at(given).status).toBe(status));

  it('names the rule, the window and the evidence', () =>
    expect(at('positive -3h, negative -2h')).toEqual({
      status: 'clear', rule: 'cn-1', since: plus(NOW, -2 * HOUR), validUntil: plus(NOW, 46 * HOUR), evidence: SampleId('1'.padStart(32, '0')),
    }));

  it('names the same evidence of two that are alike, in whichever order they come', () => {
    const alike = results('negative -2h, negative -2h');
    for (const given of [alike, alike.toReversed()]) expect(statusOf(given, NOW, CN_1).evidence).toBe(SampleId('0'.repeat(32)));
  });

  it('gives a closed set, whatever the order, and holds to the millisecond until it ends', () => {
    const evidence = fc.record({ sample: fc.nat(9).map((n) => SampleId(String(n).padStart(32, '0'))), result: fc.constantFrom(...Object.values(CODES)), collectedAt: fc.integer({ min: -5, max: 2 }).map((n) => plus(NOW, n * 100 * HOUR)) });
    const distinct = fc.uniqueArray(evidence, { selector: ({ sample }) => sample, maxLength: 6 });
    fc.assert(fc.property(distinct, fc.nat(9), (given, turn) => {
      const answer = statusOf(given, NOW, CN_1);
      expect(STATUSES).toContain(answer.status);
      expect(statusOf([...given.slice(turn), ...given.slice(0, turn)], NOW, CN_1)).toEqual(answer);
      if (answer.status === 'no-current-result') return;
      const past = given.filter(({ collectedAt }) => collectedAt <= NOW);
      expect(statusOf(past, instant(answer.validUntil - 1), CN_1).status).toBe(answer.status);
      expect(statusOf(past, answer.validUntil, CN_1).status).toBe('no-current-result');
    }));
  });
});
