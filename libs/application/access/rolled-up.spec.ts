import { describe, expect, it } from '@jest/globals';
import { ConsentId } from '../../kernel/index.js';
import type { RefusalLine, ViewLine } from './log-lines.js';
import { rolledUp } from './rolled-up.js';

const basis = ConsentId(`c_${'1'.repeat(32)}`);
const li = { family: '李', given: '娜', familyLatin: null, givenLatin: null };
const minute = (at: number): string => new Date(Date.UTC(2026, 0, 1, 8, at)).toISOString();
const view = (at: number, changed: Partial<ViewLine> = {}): ViewLine => ({
  kind: 'view', at: minute(at), disclosure: `d${at}`, basis, scope: 'status', purpose: 'FAMRQT', viewer: li, rule: 'cn-1', ...changed,
});
const refusal = (at: number, pseudonym: string): RefusalLine => ({ kind: 'refusal', at: minute(at), basis, scope: 'status', purpose: 'FAMRQT', viewer: null, pseudonym });
const act = { kind: 'staff', at: minute(1), act: 'GuardianshipSuspended', institutions: [] } as const;

describe('quick repeats in a log', () => {
  it('are one line with every instant and code', () =>
    expect(rolledUp([view(9), view(5), view(0)])).toEqual([{ ...view(9), repeats: [{ at: minute(5), disclosure: 'd5' }, { at: minute(0), disclosure: 'd0' }] }]));

  it('of one stranger are one line, of two are two', () =>
    expect(rolledUp([refusal(3, 'a'), refusal(2, 'a'), refusal(1, 'b')])).toEqual([{ ...refusal(3, 'a'), repeats: [{ at: minute(2) }] }, refusal(1, 'b')]));

  it.each([
    ['more than five minutes apart', [view(7), view(1)]],
    ['of another scope', [view(2), view(1, { scope: 'results' })]],
    ['of another purpose', [view(2), view(1, { purpose: 'SUPNWK' })]],
    ['by somebody else', [view(2), view(1, { viewer: { ...li, given: '芳' } })]],
    ['shown and refused', [view(2), refusal(1, 'a')]],
    ['with something between them', [view(3), refusal(2, 'a'), view(1)]],
  ])('are not those %s', (_name, lines) => expect(rolledUp(lines)).toEqual(lines));

  it('of one staff act, like the ten codes of a card, are one line', () => expect(rolledUp([act, act])).toEqual([{ ...act, repeats: [{ at: act.at }] }]));
});
