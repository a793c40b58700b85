import { describe, it } from '@jest/globals';
import { CitizenId, InstitutionId, type Instant, MINUTE, parseInstant, plus, SampleId, SamplingCodeId, StaffId } from '../../kernel/index.js';
import { givenFor } from '../../../test/kit/given.js';
import { CN_1 } from '../policy/cn-1.js';
import type { SamplingCodeEvent } from './events.js';
import { evolveSamplingCode, issueSamplingCode, NO_SAMPLING_CODE, useSamplingCode } from './sampling-code.js';

const given = givenFor({ initial: NO_SAMPLING_CODE, evolve: evolveSamplingCode });
const T0 = parseInstant('2026-03-10T12:00:00Z');
const mei = CitizenId('1'.repeat(32));
const code = SamplingCodeId('2'.repeat(32));
const [tube, otherTube] = [SampleId('3'.repeat(32)), SampleId('4'.repeat(32))];
const scan = { clinic: InstitutionId('ea'.repeat(16)), staff: StaffId('5'.repeat(32)), self: undefined };
const by = { registrar: StaffId('6'.repeat(32)), office: InstitutionId('0a'.repeat(16)) };

const issued = (carrier: 'app' | 'card'): SamplingCodeEvent => ({
  type: 'SamplingCodeIssued',
  data: { code, citizen: mei, carrier, ...(carrier === 'app' ? { until: plus(T0, 10 * MINUTE), registrar: null, office: null } : { until: null, ...by }), policy: 'cn-1', at: T0 },
});
const used = (at: Instant): SamplingCodeEvent => ({ type: 'SamplingCodeUsed', data: { code, citizen: mei, sample: tube, clinic: scan.clinic, staff: scan.staff, at } });
const issue = (carrier: 'app' | 'card') => (state: Parameters<typeof issueSamplingCode>[1]) => issueSamplingCode({ code, citizen: mei, carrier, by: carrier === 'card' ? by : undefined, at: T0 }, state, CN_1);
const use = (sample: SampleId, at: Instant, self?: CitizenId) => (state: Parameters<typeof useSamplingCode>[1]) => useSamplingCode({ ...scan, sample, at, self }, state);

describe('a sampling code', () => {
  it('of an app ends after ten minutes, on a card with its use', () => {
    given().when(issue('app')).thenRecorded(issued('app'));
    given().when(issue('card')).thenRecorded(issued('card'));
  });

  it('is issued once', () => given(issued('app')).when(issue('app')).thenNothing());

  it.each([
    ['app', plus(T0, 10 * MINUTE - 1), 'used'],
    ['app', plus(T0, 10 * MINUTE), 'code-expired'],
    ['card', plus(T0, 1_000_000 * MINUTE), 'used'],
  ] as const)('of an %s scanned at %d: %s', (carrier, at, answer) => {
    const scanned = given(issued(carrier)).when(use(tube, at));
    if (answer === 'used') scanned.thenRecorded(used(at));
    else scanned.thenRefused(answer);
  });

  it('that nobody issued is an expired one', () => given().when(use(tube, T0)).thenRefused('code-expired'));

  it('is good for one tube', () => given(issued('card'), used(T0)).when(use(otherTube, T0)).thenRefused('code-expired'));

  it('may be scanned again for the same tube, also after its end', () => given(issued('app'), used(T0)).when(use(tube, plus(T0, 60 * MINUTE))).thenNothing());

  it('is still known with its end once it is used: a retry of its issuing answers what the first one did', () => {
    given(issued('app'), used(T0)).thenState({ status: 'used', citizen: mei, until: plus(T0, 10 * MINUTE), sample: tube });
    given(used(T0)).thenState({ status: 'used', citizen: mei, until: null, sample: tube });
  });

  it('is not scanned by its own holder', () => given(issued('card')).when(use(tube, T0, mei)).thenRefused('conflict-of-interest'));
});
