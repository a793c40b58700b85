import { describe, expect, it } from '@jest/globals';
import { agrees, barsOf, couldAt, type Report, stopsOf } from './report.js';

const at = (hour: number): string => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`;
const ms = (hour: number): number => Date.parse(at(hour));
const [basis, viewer] = [`c_${'c'.repeat(32)}`, '1'.repeat(32)];
const terms = { scope: 'status', purposes: ['FAMRQT'], from: at(1), until: at(6), byAge: false } as const;
type Change = Report['changed'][number];
const change = (position: number, hour: number, type: string, more: Partial<Change> = {}): Change => ({ position: String(position), type, basis, viewer, at: at(hour), terms: null, ...more });
const look = (position: number, hour: number) => ({ position: String(position), basis, viewer, scope: 'status', purpose: 'FAMRQT', at: at(hour) }) as const;

const granted = change(2, 1, 'ConsentGranted', { terms: { ...terms, purposes: [...terms.purposes] } });
const report = (more: Partial<Report> = {}): Report => ({ position: '9', asOf: at(9), changed: [granted], could: [], did: [], refused: [], ...more });
const point = (position: number, hour: number) => ({ position: BigInt(position), at: ms(hour) });

describe('a replay, drawn', () => {
  it('lets somebody look from the grant until its window ends, and no longer', () => {
    const told = [point(1, 0), point(2, 1), point(9, 5), point(9, 6)].map((one) => couldAt(report(), one).length);
    expect(told).toEqual([0, 1, 1, 0]);
    expect(barsOf(report())).toMatchObject([{ basis, viewer, spans: [{ from: ms(1), until: ms(6) }] }]);
  });

  it('cuts a bar where it was taken back', () => {
    const revoked = report({ changed: [granted, change(4, 3, 'ConsentRevoked')] });
    expect([couldAt(revoked, point(3, 3)).length, couldAt(revoked, point(4, 3)).length]).toEqual([1, 0]);
    expect(barsOf(revoked)[0]?.spans).toEqual([{ from: ms(1), until: ms(3) }]);
  });

  it('has two stretches where a guardianship was stopped and lifted', () => {
    const lifted = report({ changed: [granted, change(4, 2, 'GuardianshipSuspended'), change(5, 4, 'GuardianshipReinstated', { terms: granted.terms })] });
    expect(barsOf(lifted)[0]?.spans).toEqual([
      { from: ms(1), until: ms(2) },
      { from: ms(4), until: ms(6) },
    ]);
  });

  it('stops at everything that was recorded, and where a window begins or ends', () => {
    const later = change(2, 0, 'GuardianshipConfirmed', { terms: granted.terms });
    const stops = stopsOf(report({ changed: [later], did: [{ ...look(3, 2), rule: 'cn-1', shown: 'shown' }], refused: [look(7, 7)] }));
    expect(stops.map(({ what, position }) => `${what} ${position}`)).toEqual(['GuardianshipConfirmed 2', 'begins 2', 'shown 3', 'ends 3', 'refused 7']);
  });

  it('has no bar for what nobody granted, and still says who was refused', () => {
    expect(barsOf(report({ changed: [], refused: [look(3, 2)] }))).toMatchObject([{ basis, viewer, terms: undefined, spans: [], refused: [{ position: '3' }] }]);
  });

  it('is held against a replay that ends earlier', () => {
    const drawn = report({ did: [{ ...look(3, 2), rule: 'cn-1', shown: 'shown' }] });
    const could = [{ basis, viewer, subject: '2'.repeat(32), ...terms, purposes: [...terms.purposes], answer: 'yes' as const }];
    expect(agrees(drawn, { ...report(), position: '2', asOf: at(1), could })).toBe(true);
    expect(agrees(drawn, { ...report(), position: '3', asOf: at(2), could })).toBe(false);
    expect(agrees(drawn, { ...report(), position: '2', asOf: at(1), could: [] })).toBe(false);
  });
});
