import { type Story, text } from './bases.js';
import { covers } from './check-views.js';
import type { Finding, History, Operation } from './history.js';

/** A no is decided on a read begun after the request and is in the log before it is answered. */
export function checkRefusals(history: History, stories: ReadonlyMap<string, Story>): readonly Finding[] {
  const refused = history.operations.filter(({ kind, outcome }) => kind === 'view' && outcome === 'refused');
  const turns = Map.groupBy(history.operations.filter(({ kind }) => TURNS.has(kind)), ({ target }) => target);
  const groundless = refused.filter((view) => isGroundless(view, stories.get(view.target), turns.get(view.target) ?? [], history));
  return [...unrecorded(refused, history), ...groundless.map((view) => ({ name: 'refused-though-live', what: wordsOf(view) }) as const)];
}

const ENDS: ReadonlySet<string> = new Set(['revoke', 'relinquish', 'suspend', 'end']);
const TURNS: ReadonlySet<string> = new Set([...ENDS, 'grant', 'reinstate']);

/** The same look may be refused often: there are at least as many events as answers. */
function unrecorded(refused: readonly Operation[], { log }: History): readonly Finding[] {
  const events = log.filter(({ type }) => type === 'ViewRefused').map(({ data }) => ['viewer', 'basis', 'scope', 'purpose'].map((field) => text(data, field)).join(' '));
  const counts = new Map<string, number>();
  for (const event of events) counts.set(event, (counts.get(event) ?? 0) + 1);
  return refused.flatMap((view) => {
    const look = [view.actor, view.target, view.asked?.scope, view.asked?.purpose].join(' ');
    const left = (counts.get(look) ?? 0) - 1;
    counts.set(look, left);
    return left < 0 ? [{ name: 'refusal-unrecorded', what: wordsOf(view) } as const] : [];
  });
}

/** True where the basis was surely live all along: begun and acknowledged before the request, and nothing that could have ended it was under way. */
function isGroundless(view: Operation, story: Story | undefined, turns: readonly Operation[], { epoch, clockError }: History): boolean {
  if (story === undefined || !covers(story.basis, view)) return false;
  const { from, until } = story.basis;
  if (epoch + view.began - clockError < from || epoch + view.ended + clockError >= until) return false;
  const before = turns.filter(({ outcome, ended }) => outcome === 'done' && ended < view.began);
  const isKnown = view.target.startsWith('g_') || before.some(({ kind }) => kind === 'grant');
  // A retry of an old command is answered with how the basis stands now.
  const lifted = before.filter(({ kind, state }) => kind === 'reinstate' && state === 'live').reduce((latest, { began }) => Math.max(latest, began), -Infinity);
  return isKnown && turns.every((turn) => !ENDS.has(turn.kind) || isHarmless(turn, view, lifted));
}

const isHarmless = ({ kind, outcome, began, ended }: Operation, view: Operation, lifted: number): boolean =>
  outcome === 'refused' || began > view.ended || (kind === 'suspend' && outcome === 'done' && ended < lifted);

const wordsOf = ({ actor, target, began, ended, code }: Operation): string => `view of ${target} by ${actor}, ${began} to ${ended}: ${code}`;
