import { describe, expect, it } from '@jest/globals';
import { check } from './check.js';
import { also, at, EPOCH, GOOD, LOG, OPERATIONS, otherwise, ROWS, stored, storedAgain } from './good-history.js';
import type { History, Name, Operation } from './history.js';

const LOOK = { scope: 'status', purpose: 'FAMRQT' };
const dataAt = (position: number) => LOG[position - 1]?.data ?? {};
const without = (index: number): readonly Operation[] => OPERATIONS.toSpliced(index, 1);

/** One lie each, and what it is called. */
const FORGED: readonly (readonly [what: string, history: History, name: Name])[] = [
  ['a view that stands nowhere', otherwise(4, { shown: { disclosure: 'v9', surname: 'Wang' } }), 'view-unrecorded'],
  ['two views under one record', otherwise(5, { shown: { disclosure: 'v1', surname: 'Wang' } }), 'view-shared'],
  ['a view whose record names somebody else', stored(6, { data: { ...dataAt(6), viewer: 'zhao' } }), 'view-mismatched'],
  ['a view recorded for less than was asked', otherwise(4, { asked: { ...LOOK, scope: 'results' } }), 'view-mismatched'],
  ['a view that shows another person', otherwise(4, { shown: { disclosure: 'v1', surname: 'Ming' } }), 'view-of-another'],
  ['a view recorded after the end of its basis', { ...storedAgain(6, 'v9'), operations: also(6, {}).operations.map((operation) => (operation.kind === 'correct' ? { ...operation, kind: 'view', actor: 'li', target: 'c_1', asked: LOOK, shown: { disclosure: 'v9', surname: 'Wang' } } : operation)) }, 'view-without-basis'],
  ['a view wider than its basis', wider(), 'view-without-basis'],
  ['a view at the very end of its window', stored(5, { data: { ...dataAt(5), until: at(5) } }), 'view-outside-window'],
  ['a view before its window', stored(5, { data: { ...dataAt(5), from: at(5) } }), 'view-outside-window'],
  ['a view that the log took too late', otherwise(5, { shown: { disclosure: 'v2', surname: 'Wang', acknowledgedAt: EPOCH + 600_000 } }), 'view-acknowledged-late'],
  ['a view that the log had already', otherwise(5, { shown: { disclosure: 'v2', surname: 'Wang', repeated: true } }), 'view-from-idempotence'],
  ['a record that nobody was shown, after the end of its basis', storedAgain(6, 'v9'), 'log-without-basis'],
  ['a record that nobody was shown, for somebody else', stored(7, { data: { ...dataAt(7), viewer: 'zhao' } }), 'log-without-basis'],
  ['a view that began after a revocation was acknowledged', otherwise(5, { began: 7_101, ended: 7_200 }), 'view-after-end'],
  ['a view that began after a suspension was acknowledged', otherwise(12, { began: 9_200, ended: 9_300 }), 'view-after-end'],
  ['a refusal that nobody recorded', also(8, {}), 'refusal-unrecorded'],
  ['a no to somebody who was granted it', otherwise(8, { began: 4_500, ended: 4_600 }), 'refused-though-live'],
  ['a no after a suspension was lifted', refusedWard(), 'refused-though-live'],
  ['a revocation carried out twice', storedAgain(9, 'e99'), 'command-twice'],
  ['a suspension carried out twice under one key', storedAgain(11, 'e99'), 'command-twice'],
  ['a correction carried out twice under one key', corrected(), 'command-twice'],
  ['two requests under one key', storedAgain(3, 'e99', { consent: 'c_9' }), 'command-twice'],
  ['another answer to the same command', also(1, { answer: 'c_1 other code', began: 1_200, ended: 1_300 }), 'command-twice'],
  ['one key for two bodies', also(1, { body: '{"scope":"results"}' }), 'key-reused'],
  ['an acknowledged revocation that is not there', stored(9, { type: 'ConsentCounted' }), 'acknowledged-lost'],
  ['an acknowledgement of a place where something else stands', otherwise(7, { position: 8 }), 'acknowledged-lost'],
  ['a gap in the log', { ...GOOD, log: LOG.toSpliced(7, 1) }, 'log-broken'],
  ['an event twice', stored(12, { id: 'e11' }), 'log-broken'],
  ['time that runs backwards', stored(12, { data: { ...dataAt(12), at: at(8) } }), 'log-broken'],
  ['a row of a basis that ended', { ...GOOD, rows: { ...ROWS, proxyView: [...ROWS.proxyView, { basis: 'c_1', viewer: 'li', subject: 'wang', scope: 'status', purposes: 'FAMRQT', from: EPOCH + 3_000, until: EPOCH + 600_000 }] } }, 'rows-differ'],
  ['no row of a basis that is live', { ...GOOD, rows: { ...ROWS, proxyView: [] } }, 'rows-differ'],
  ['a result from before its correction', { ...GOOD, rows: { ...ROWS, standing: [{ sample: 's_1', position: 2 }] } }, 'rows-differ'],
  ['read models that stand still', { ...GOOD, rows: { ...ROWS, position: 12 } }, 'rows-differ'],
  ['a view that its subject does not see', { ...GOOD, rows: { ...ROWS, accessLog: ROWS.accessLog.slice(1) } }, 'unseen'],
  ['nothing but excuses', otherwise(3, { outcome: 'failed' }), 'undecided'],
];

/** The consent was for less; the ward's guardian sees all of it. */
function wider(): History {
  const wide = { ...LOOK, scope: 'results' };
  return { ...otherwise(4, { asked: wide }), log: stored(6, { data: { ...dataAt(6), scope: 'results' } }).log };
}

function refusedWard(): History {
  const refused = { began: 12_200, ended: 12_300, outcome: 'refused', code: 'not-found', asked: LOOK } as const;
  const ward = storedAgain(10, 'r9', { basis: 'g_1', viewer: 'wang', subject: 'ming' });
  return { ...ward, operations: also(12, refused).operations, rows: { ...ward.rows, accessLog: [...ROWS.accessLog, { position: 14, subject: 'ming' }] } };
}

function corrected(): History {
  const history = storedAgain(8, 'e99');
  return { ...history, rows: { ...history.rows, standing: [{ sample: 's_1', position: 14 }] } };
}

describe('The checker', () => {
  it('finds nothing where nothing is wrong', () => expect(check(GOOD)).toEqual([]));
  it.each(FORGED)('names %s', (_what, history, name) => expect(check(history).map((finding) => finding.name)).toContain(name));
  it('has a lie for every name', () => expect(new Set(FORGED.map(([, , name]) => name)).size).toBe(19));
});

describe('The checker accuses nobody of', () => {
  it('a view beside a revocation', () => expect(check(otherwise(5, { began: 6_950, ended: 7_200 }))).toEqual([]));
  it('a view after a revocation that nobody acknowledged', () => {
    const { operations } = otherwise(7, { outcome: 'unanswered', ended: Infinity });
    expect(check({ ...GOOD, decided: 0.5, operations: operations.map((operation) => (operation.shown?.disclosure === 'v2' ? { ...operation, began: 7_101, ended: 7_200 } : operation)) })).toEqual([]);
  });
  it('a view while a suspension may be lifted again', () => expect(check(otherwise(12, { began: 10_800, ended: 12_100 }))).toEqual([]));
  it('a no while a revocation is under way', () => expect(check(otherwise(8, { began: 6_950, ended: 7_050 }))).toEqual([]));
  it('a no to somebody who asks for more', () => {
    const more = { ...LOOK, scope: 'results' };
    const { operations } = otherwise(8, { began: 4_500, ended: 4_600, asked: more, code: 'outside-grant' });
    expect(check({ ...stored(10, { data: { ...dataAt(10), ...more } }), operations })).toEqual([]);
  });
  it('a no after an old command was answered with how the basis stands now', () => {
    const retry = also(11, { began: 11_500, ended: 11_600, state: 'suspended' });
    const suspended = storedAgain(11, 'e98');
    const refused = OPERATIONS.slice(7, 8).map((view) => ({ ...view, actor: 'wang', target: 'g_1', began: 13_000, ended: 13_100 }));
    const again = OPERATIONS.slice(8, 9).map((suspend) => ({ ...suspend, key: 'other', began: 12_500, ended: 12_600 }));
    expect(check({ ...suspended, operations: [...retry.operations, ...again, ...refused] }).map(({ name }) => name)).not.toContain('refused-though-live');
  });
  it('a no near the end of a window, where clocks may differ', () => {
    const near = stored(5, { data: { ...dataAt(5), until: at(5.2) } });
    const operations = [...without(7), ...otherwise(8, { began: 4_600, ended: 4_800 }).operations.slice(7, 8)];
    expect(check({ ...near, operations })).toEqual([]);
  });
  it('a command that went through although its client heard nothing', () => expect(check({ ...otherwise(7, { outcome: 'unanswered', ended: Infinity }), decided: 0.9 })).toEqual([]));
});
