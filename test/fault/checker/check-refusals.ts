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
const BEGINNINGS: ReadonlySet<string> = new Set(['grant', 'reinstate']);
const TURNS: ReadonlySet<string> = new Set([...ENDS, ...BEGINNINGS]);

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

/** True where the basis was surely live all along: it was begun and acknowledged before the request, and whatever could have ended it came later or earlier. */
function isGroundless(view: Operation, story: Story | undefined, turns: readonly Operation[], { epoch, clockError }: History): boolean {
  if (story === undefined || !covers(story.basis, view)) return false;
  const { from, until } = story.basis;
  if (epoch + view.began - clockError < from || epoch + view.ended + clockError >= until) return false;
  const begun = turns.filter(({ kind, outcome, ended }) => BEGINNINGS.has(kind) && outcome === 'done' && ended < view.began).reduce((latest, { began }) => Math.max(latest, began), -Infinity);
  const isKnown = begun > -Infinity || view.target.startsWith('g_');
  return isKnown && turns.every((turn) => !ENDS.has(turn.kind) || turn.began > view.ended || isLongOver(turn, begun));
}

const isLongOver = ({ ended, outcome }: Operation, begun: number): boolean => ended < begun && outcome !== 'failed';

const wordsOf = ({ actor, target, began, ended, code }: Operation): string => `view of ${target} by ${actor}, ${began} to ${ended}: ${code}`;
