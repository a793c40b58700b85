import { describe, expect, it } from '@jest/globals';
import { type BasisLine, basisRow, type ClaimLine, claimRow, type ProxyLine, proxyView } from './answers.js';
import { BasisId, CitizenId, ClaimId, GuardianshipId } from '../kernel/index.js';

const named = (digit: number) => String(digit).repeat(32);
const [subject, viewer] = [CitizenId(named(1)), CitizenId(named(2))];
const basis = BasisId(`c_${named(3)}`);
const copy = (type: string, position: number) => ({ id: `event-${position}`, type, version: 1, data: Buffer.from(type), position: String(position) });
const sealed = (type: string, position: number) => ({ ...copy(type, position), position: BigInt(position) });
const line = (part: ProxyLine['part'], type: string, position: number): ProxyLine => ({ ...copy(type, position), asked: 1, part, subject });

const [result, requested, enrolled] = [line('result', 'ResultRecorded', 7), line('requested', 'ConsentRequested', 5), line('enrolled', 'CitizenEnrolled', 2)];

describe('The lines of a view, in any order', () => {
  it.each([
    ['all of them', [result, requested, enrolled], sealed('ConsentRequested', 5), [sealed('ResultRecorded', 7)]],
    ['of a guardianship, which nobody requested', [result, enrolled], null, [sealed('ResultRecorded', 7)]],
    ['without a result', [requested, enrolled], sealed('ConsentRequested', 5), []],
  ])('are gathered by what they are: %s', (_, lines, asked, results) => {
    for (const ordered of [lines, lines.toReversed()]) expect(proxyView(basis, ordered)).toEqual({ basis, subject, enrolled: sealed('CitizenEnrolled', 2), requested: asked, results });
  });

  it('are no view without the enrolment', () => {
    expect(proxyView(basis, [])).toBeUndefined();
    expect(proxyView(basis, [result, requested])).toBeUndefined();
  });
});

const date = new Date('2026-11-22T08:00:00Z');
const none = { id: null, type: '', version: 0, data: Buffer.alloc(0), position: '0' };
const requestedBy = ({ id, type, version, data, position }: ReturnType<typeof copy>) => ({ requested_id: id, requested_type: type, requested_version: version, requested_data: data, requested_position: position });
const grantedBy = ({ id, type, version, data, position }: ReturnType<typeof copy> | typeof none) => ({ granted_id: id, granted_type: type, granted_version: version, granted_data: data, granted_position: position });
const asked: BasisLine = {
  basis,
  kind: 'consent',
  viewer,
  subject: null,
  state: 'requested',
  scope: 'status',
  purposes: 'FAMRQT',
  valid_from: null,
  valid_until: date,
  ...requestedBy(copy('ConsentRequested', 5)),
  ...grantedBy(none),
};

describe('A basis in its parties’ lists', () => {
  it('that nobody has opened yet has no subject, no beginning and no grant', () => {
    expect(basisRow(asked)).toEqual({ basis, kind: 'consent', viewer, subject: null, state: 'requested', scope: 'status', purposes: ['FAMRQT'], from: null, until: date.getTime(), requested: sealed('ConsentRequested', 5), granted: null });
  });

  it('that was granted has all of them', () => {
    const granted: BasisLine = { ...asked, subject, state: 'live', valid_from: new Date(0), ...grantedBy(copy('ConsentGranted', 6)) };
    expect(basisRow(granted)).toMatchObject({ subject, from: 0, requested: sealed('ConsentRequested', 5), granted: sealed('ConsentGranted', 6) });
  });
});

describe('A claim as its claimant sees it', () => {
  const guardianship = GuardianshipId(`g_${named(4)}-1`);
  const claim: ClaimLine = { claim: ClaimId(named(5)), stage: 'proposed', guardianship, received_at: date, id: null, type: null, version: null, data: null, position: null };
  it.each([
    ['new', 'received', null],
    ['proposed', 'received', null],
    ['countersigned', 'received', null],
    ['confirmed', 'confirmed', guardianship],
    ['closed', 'closed', null],
  ] as const)('%s is %s, and names the guardianship only when it is confirmed', (stage, state, shown) => {
    expect(claimRow({ ...claim, stage })).toEqual({ claim: claim.claim, state, guardianship: shown, closed: null, receivedAt: date.getTime() });
  });

  it('confirmed without a guardianship names none, and one that was closed says by what', () => {
    expect(claimRow({ ...claim, stage: 'confirmed', guardianship: null }).guardianship).toBeNull();
    expect(claimRow({ ...claim, stage: 'closed', ...copy('GuardianshipClaimClosed', 9) }).closed).toEqual(sealed('GuardianshipClaimClosed', 9));
  });
});
