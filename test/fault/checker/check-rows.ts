import { isLive, type Story, text } from './bases.js';
import type { Finding, History, LogEntry, ViewRow } from './history.js';

/** Read models equal a fold of the log by hand; each view and refusal is in its subject's log. */
export function checkRows({ rows, log }: History, stories: ReadonlyMap<string, Story>): readonly Finding[] {
  const last = log.at(-1)?.position ?? 0;
  const proxyView = different('proxy_view', rows.proxyView.map(wordsOf), expectedViews(stories).map(wordsOf));
  const standing = different('standing_result', rows.standing.map(({ sample, position }) => `${sample} ${position}`), expectedResults(log));
  return [
    ...(rows.position === last ? [] : [differs(`the read models are at ${rows.position}, the log at ${last}`)]),
    ...[...proxyView, ...standing].map(differs),
    ...unseen(rows.accessLog, log),
  ];
}

const differs = (what: string): Finding => ({ name: 'rows-differ', what });

const expectedViews = (stories: ReadonlyMap<string, Story>): readonly ViewRow[] =>
  [...stories].flatMap(([id, story]) => (isLive(story) ? [{ ...story.basis, basis: id, purposes: story.basis.purposes.join(',') }] : []));

function expectedResults(log: readonly LogEntry[]): readonly string[] {
  const standing = new Map<string, number>();
  for (const { type, data, position } of log) {
    const sample = text(data, 'sample');
    if (type === 'ResultRecorded' || type === 'ResultCorrected') standing.set(sample, position);
    if (type === 'ResultWithdrawn') standing.delete(sample);
  }
  return [...standing].map(([sample, position]) => `${sample} ${position}`);
}

function unseen(entries: History['rows']['accessLog'], log: readonly LogEntry[]): readonly Finding[] {
  const seen = new Set(entries.map(({ position, subject }) => `${position} ${subject}`));
  const looks = log.filter(({ type, data }) => (type === 'ViewDisclosed' || type === 'ViewRefused') && data['subject'] !== null);
  return looks.filter(({ position, data }) => !seen.has(`${position} ${text(data, 'subject')}`)).map(({ position, type }) => ({ name: 'unseen', what: `${type} at ${position} is not in its subject's log` }));
}

const wordsOf = ({ basis, viewer, subject, scope, purposes, from, until }: ViewRow): string => [basis, viewer, subject, scope, purposes, from, until].join(' ');

function different(table: string, rows: readonly string[], expected: readonly string[]): readonly string[] {
  const [is, should] = [new Set(rows), new Set(expected)];
  return [...rows.filter((row) => !should.has(row)).map((row) => `${table} has ${row}`), ...expected.filter((row) => !is.has(row)).map((row) => `${table} lacks ${row}`)];
}
