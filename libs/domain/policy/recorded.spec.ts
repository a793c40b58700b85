import { expect, it } from '@jest/globals';
import * as a from '../../../test/kit/guardianship.js';
import { CitizenId, ConsentId, type Decision, fold, InstitutionId, plus, SamplingCodeId, StaffId } from '../../kernel/index.js';
import { NO_CONSENT, request } from '../consent/index.js';
import { deal, propose } from '../guardianship/claim-decide.js';
import { evolveClaim, NO_CLAIM } from '../guardianship/index.js';
import { issueSamplingCode, NO_SAMPLING_CODE } from '../sample/index.js';
import { appoint, NO_STAFF } from '../staff/index.js';
import { CN_1, type Policy } from './cn-1.js';

const { NOW: at, north } = a;
const citizen = CitizenId('c1'.repeat(16));
const act = { registrar: north, at };
const code = { code: SamplingCodeId('cd'.repeat(16)), citizen, at };
const asked = { scope: 'status', purpose: 'FAMRQT', until: plus(at, 600_000) } as const;
const wanted = { consent: ConsentId(`c_${'0c'.repeat(16)}`), viewer: citizen, terms: asked, label: 'Mum', codeHash: 'ab', held: 0, at };
const duty = { staff: StaffId('5a'.repeat(16)), role: 'registrar', institution: InstitutionId('0e'.repeat(16)), days: 30, by: null, tied: false, at } as const;
const claim = fold({ initial: NO_CLAIM, evolve: evolveClaim }, [a.claimed()]);
const dealt = evolveClaim(claim, a.dealt(north));

type Decided = Decision<{ readonly type: string; readonly data: object }, string>;

// Grants and confirmations say so in the specs of their own.
it.each<readonly [string, (policy: Policy) => Decided]>([
  ['a request for a consent', (policy) => request(wanted, NO_CONSENT, policy)],
  ['a sampling code of an app', (policy) => issueSamplingCode({ ...code, carrier: 'app', by: undefined }, NO_SAMPLING_CODE, policy)],
  ['a sampling code on a card', (policy) => issueSamplingCode({ ...code, carrier: 'card', by: { registrar: north.staff, office: north.office } }, NO_SAMPLING_CODE, policy)],
  ['a deal', (policy) => deal(act, claim, policy)],
  ['a proposal', (policy) => propose({ ...act, scope: undefined, reviewAt: a.REVIEW, until: null }, dealt, policy)],
  ['an appointment', (policy) => appoint(duty, NO_STAFF, policy)],
])('%s records the version of the policy whose numbers bounded it', (_what, decide) => {
  const decided = decide({ ...CN_1, version: 'cn-2' });
  expect(decided).toMatchObject({ kind: 'accepted', events: [{ data: { policy: 'cn-2' } }] });
});
