import type { History, LogEntry, Operation, Rows, Shown } from './history.js';

/** The wall time at which the story begins. */
export const EPOCH = Date.parse('2026-11-28T08:00:00Z');
/** A second of the story, as it is stored. */
export const at = (second: number): string => new Date(EPOCH + second * 1_000).toISOString();

const CONSENT = { consent: 'c_1', viewer: 'li', subject: 'wang' };
const WARD = { guardianship: 'g_1', guardian: 'wang', dependent: 'ming' };
const LOOK = { scope: 'status', purpose: 'FAMRQT' };

const story: readonly (readonly [stream: string, id: string, type: string, data: LogEntry['data']])[] = [
  ['guardianships-1', 'e1', 'GuardianshipConfirmed', { ...WARD, scope: 'results', purposes: ['FAMRQT', 'SUPNWK'], from: at(0), reviewAt: at(9_000), until: null, at: at(0) }],
  ['sample-1', 'e2', 'ResultRecorded', { sample: 's_1', citizen: 'wang', at: at(0) }],
  ['consent-1', 'e3', 'ConsentRequested', { ...CONSENT, ...LOOK, until: at(600), at: at(1) }],
  ['consent-1', 'e4', 'ConsentCodeOpened', { ...CONSENT, at: at(2) }],
  ['consent-1', 'e5', 'ConsentGranted', { ...CONSENT, ...LOOK, from: at(3), until: at(600), at: at(3) }],
  ['consent-1', 'v1', 'ViewDisclosed', { basis: 'c_1', viewer: 'li', subject: 'wang', ...LOOK, at: at(4) }],
  ['consent-1', 'v2', 'ViewDisclosed', { basis: 'c_1', viewer: 'li', subject: 'wang', ...LOOK, at: at(5) }],
  ['sample-1', 'e8', 'ResultCorrected', { sample: 's_1', citizen: 'wang', at: at(6) }],
  ['consent-1', 'e9', 'ConsentRevoked', { ...CONSENT, at: at(7) }],
  ['refusal-1', 'r1', 'ViewRefused', { basis: 'c_1', viewer: 'li', subject: 'wang', ...LOOK, at: at(8) }],
  ['guardianships-1', 'e11', 'GuardianshipSuspended', { ...WARD, at: at(9) }],
  ['guardianships-1', 'e12', 'GuardianshipReinstated', { ...WARD, at: at(11) }],
  ['guardianships-1', 'v3', 'ViewDisclosed', { basis: 'g_1', viewer: 'wang', subject: 'ming', ...LOOK, at: at(12) }],
];

/** The log of a story in which nothing goes wrong. */
export const LOG: readonly LogEntry[] = story.map(([stream, id, type, data], index) => ({
  position: index + 1,
  stream,
  revision: story.slice(0, index).filter(([other]) => other === stream).length,
  id,
  type,
  data,
}));

const command = (second: number, kind: Operation['kind'], target: string, by: Partial<Operation> & { readonly actor: string }): Operation => ({
  kind,
  target,
  key: `${kind}-${second}`,
  body: '{}',
  began: second * 1_000 - 100,
  ended: second * 1_000 + 100,
  outcome: 'done',
  ...by,
});

const view = (second: number, target: string, actor: string, shown: Omit<Shown, 'acknowledgedAt'>): Operation =>
  command(second, 'view', target, { actor, key: '', asked: LOOK, shown: { ...shown, acknowledgedAt: EPOCH + second * 1_000 } });

/** What its clients saw, by the second in which it happened. */
export const OPERATIONS: readonly Operation[] = [
  command(1, 'request', 'c_1', { actor: 'li', answer: 'c_1 code', position: 3 }),
  command(2, 'open', 'c_1', { actor: 'wang', position: 4 }),
  command(3, 'grant', 'c_1', { actor: 'wang', position: 5, answer: 'status until 600' }),
  view(4, 'c_1', 'li', { disclosure: 'v1', surname: 'Wang' }),
  view(5, 'c_1', 'li', { disclosure: 'v2', surname: 'Wang' }),
  command(6, 'correct', 's_1', { actor: 'clinic' }),
  command(7, 'revoke', 'c_1', { actor: 'wang', state: 'ended', position: 9 }),
  command(8, 'view', 'c_1', { actor: 'li', key: '', asked: LOOK, outcome: 'refused', code: 'not-found' }),
  command(9, 'suspend', 'g_1', { actor: 'registrar', state: 'suspended' }),
  command(11, 'reinstate', 'g_1', { actor: 'registrar', state: 'live' }),
  view(12, 'g_1', 'wang', { disclosure: 'v3', surname: 'Ming' }),
];

/** The rows that follow. */
export const ROWS: Rows = {
  position: LOG.length,
  proxyView: [{ basis: 'g_1', viewer: 'wang', subject: 'ming', scope: 'results', purposes: 'FAMRQT,SUPNWK', from: EPOCH, until: EPOCH + 9_000_000 }],
  accessLog: [
    { position: 6, subject: 'wang' },
    { position: 7, subject: 'wang' },
    { position: 10, subject: 'wang' },
    { position: 13, subject: 'ming' },
  ],
  standing: [{ sample: 's_1', position: 8 }],
};

/** All of it. */
export const GOOD: History = {
  operations: OPERATIONS,
  log: LOG,
  rows: ROWS,
  surnames: new Map([['li', 'Li'], ['wang', 'Wang'], ['ming', 'Ming']]),
  epoch: EPOCH,
  clockError: 500,
  decided: 0.99,
};

/** The same with one operation otherwise, the one that happened at this second. */
export const otherwise = (second: number, change: Partial<Operation>): History => ({
  ...GOOD,
  operations: OPERATIONS.map((operation) => (operation.began === second * 1_000 - 100 ? { ...operation, ...change } : operation)),
});

/** The same with one more operation, like the one at this second. */
export const also = (second: number, change: Partial<Operation>): History => ({
  ...GOOD,
  operations: OPERATIONS.flatMap((operation) => (operation.began === second * 1_000 - 100 ? [operation, { ...operation, ...change }] : [operation])),
});

/** The same with one event otherwise, by its position. */
export const stored = (position: number, change: Partial<LogEntry>): History => ({ ...GOOD, log: LOG.map((entry) => (entry.position === position ? { ...entry, ...change } : entry)) });

/** The same with one more event at the end, like the one at this position, under this id. */
export function storedAgain(position: number, id: string, change: LogEntry['data'] = {}): History {
  const added = LOG.flatMap((entry) => (entry.position === position ? [{ ...entry, id, data: { ...entry.data, at: at(20), ...change }, position: LOG.length + 1 }] : []));
  const log = [...LOG, ...added].map((entry, index, all) => ({ ...entry, revision: all.slice(0, index).filter(({ stream }) => stream === entry.stream).length }));
  return { ...GOOD, log, rows: { ...ROWS, position: log.length } };
}
