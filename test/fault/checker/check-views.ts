import { type Basis, instantOf, isLive, type Story, text } from './bases.js';
import type { Finding, History, LogEntry, Name, Operation, Shown, Terms } from './history.js';

/** A view that was answered. */
interface Answered extends Operation {
  readonly asked: Terms;
  readonly shown: Shown;
}

type Stories = ReadonlyMap<string, Story>;

/** Each answered view has a record of its own, between grant and end in log order and inside its window; none began after an end was acknowledged. */
export function checkViews(history: History, stories: Stories): readonly Finding[] {
  const answered = history.operations.filter(isAnswered);
  const records = new Map(history.log.filter(({ type }) => type === 'ViewDisclosed').map((entry) => [entry.id, entry]));
  const recorded = answered.flatMap((view) => checkRecorded(view, records.get(view.shown.disclosure), stories.get(view.target)));
  const surnames = answered.flatMap((view) => checkSubject(view, stories.get(view.target), history.surnames));
  return [...recorded, ...surnames, ...shared(answered), ...afterEnds(answered, history.operations), ...proven(history.log, stories)];
}

/** The log by itself proves that no disclosure lacks a live basis, also of those that nobody was shown. */
const proven = (log: readonly LogEntry[], stories: Stories): readonly Finding[] =>
  log.filter((entry) => entry.type === 'ViewDisclosed' && !isProven(entry, stories.get(text(entry.data, 'basis')))).map(({ id, position }) => ({ name: 'log-without-basis', what: `${id} at ${position}` }));

function isProven({ data, position }: LogEntry, story: Story | undefined): boolean {
  const look = { actor: text(data, 'viewer'), asked: { scope: text(data, 'scope'), purpose: text(data, 'purpose') } };
  const at = instantOf(data, 'at');
  return story !== undefined && isLive(story, position) && covers(story.basis, look) && at >= story.basis.from && at < story.basis.until;
}

const isAnswered = (operation: Operation): operation is Answered =>
  operation.kind === 'view' && operation.outcome === 'done' && operation.shown !== undefined && operation.asked !== undefined;

function checkRecorded(view: Answered, record: LogEntry | undefined, story: Story | undefined): readonly Finding[] {
  if (record === undefined) return [found('view-unrecorded', view)];
  const { data, position } = record;
  const names = { basis: view.target, viewer: view.actor, scope: view.asked.scope, purpose: view.asked.purpose };
  if (Object.entries(names).some(([field, value]) => text(data, field) !== value)) return [found('view-mismatched', view)];
  if (story === undefined || !isLive(story, position) || !covers(story.basis, view)) return [found('view-without-basis', view)];
  return checkWindow(view, instantOf(data, 'at'), story.basis);
}

function checkWindow(view: Answered, at: number, { from, until }: Basis): readonly Finding[] {
  const { acknowledgedAt = at } = view.shown;
  if (at < from || at >= until) return [found('view-outside-window', view)];
  if (view.shown.repeated === true) return [found('view-from-idempotence', view)];
  return acknowledgedAt >= until ? [found('view-acknowledged-late', view)] : [];
}

/** True where the basis names this viewer and is as wide as what they ask. */
export const covers = (basis: Basis, { actor, asked }: Pick<Operation, 'actor' | 'asked'>): boolean =>
  asked !== undefined && basis.viewer === actor && basis.purposes.includes(asked.purpose) && (asked.scope === 'status' || basis.scope === 'results');

function checkSubject(view: Answered, story: Story | undefined, surnames: History['surnames']): readonly Finding[] {
  return story === undefined || surnames.get(story.basis.subject) === view.shown.surname ? [] : [found('view-of-another', view)];
}

function shared(answered: readonly Answered[]): readonly Finding[] {
  const seen = new Set<string>();
  return answered.flatMap((view) => {
    const again = seen.has(view.shown.disclosure);
    seen.add(view.shown.disclosure);
    return again ? [found('view-shared', view)] : [];
  });
}

const ENDED = new Set(['ended', 'suspended', 'declined']);

/** By what clients saw alone. A suspension that somebody may have lifted again by then says nothing. */
function afterEnds(answered: readonly Answered[], operations: readonly Operation[]): readonly Finding[] {
  const ends = grouped(operations.filter(({ kind, outcome, state = '' }) => kind !== 'view' && outcome === 'done' && ENDED.has(state)));
  const lifted = grouped(operations.filter(({ kind }) => kind === 'reinstate'));
  return answered.flatMap((view) => {
    const lifts = lifted.get(view.target) ?? [];
    const isEnded = (ends.get(view.target) ?? []).some((end) => end.ended < view.began && !(end.state === 'suspended' && lifts.some((lift) => mayFollow(lift, end, view))));
    return isEnded ? [found('view-after-end', view)] : [];
  });
}

/** What nobody heard the end of may still happen. */
const mayFollow = (lift: Operation, end: Operation, view: Operation): boolean => lift.began < view.ended && (lift.ended > end.began || lift.outcome === 'failed');

function grouped(operations: readonly Operation[]): ReadonlyMap<string, readonly Operation[]> {
  return Map.groupBy(operations, ({ target }) => target);
}

const found = (name: Name, { actor, target, began, ended, shown }: Operation): Finding => ({ name, what: `view ${shown?.disclosure} of ${target} by ${actor}, ${began} to ${ended}` });
