import type { LogEntry } from './history.js';

/** What a basis lets its viewer see. */
export interface Basis {
  readonly viewer: string;
  readonly subject: string;
  readonly scope: string;
  readonly purposes: readonly string[];
  readonly from: number;
  readonly until: number;
}

/** A basis and when, in log order, it began and stopped being live; after `over` nothing brings it back. */
export interface Story {
  readonly basis: Basis;
  readonly turns: readonly { readonly position: number; readonly live: boolean }[];
  readonly over: boolean;
}

const CONSENT_ENDS = new Set(['ConsentRevoked', 'ConsentRelinquished', 'ConsentEnded']);
const TURNS: Readonly<Record<string, boolean>> = { GuardianshipSuspended: false, GuardianshipReinstated: true, GuardianshipEnded: false };

/** An instant of a stored event, in milliseconds. */
export const instantOf = (data: LogEntry['data'], field: string): number => Date.parse(text(data, field));

/** A field of a stored event, '' where it is not there. */
export const text = (data: LogEntry['data'], field: string): string => {
  const value = data[field];
  return typeof value === 'string' ? value : '';
};

/** Every basis of the log, by id, folded by hand. */
export function storiesOf(log: readonly LogEntry[]): ReadonlyMap<string, Story> {
  const stories = new Map<string, Story>();
  for (const entry of log) {
    const id = text(entry.data, entry.type.startsWith('Consent') ? 'consent' : 'guardianship');
    const next = after(stories.get(id), entry);
    if (next !== undefined) stories.set(id, next);
  }
  return stories;
}

/** Whether the basis was live just before `position`. */
export const isLive = ({ turns }: Story, position = Infinity): boolean => turns.findLast((turn) => turn.position < position)?.live ?? false;

function after(story: Story | undefined, { type, data, position }: LogEntry): Story | undefined {
  if (type === 'ConsentGranted') return begun(consentIn(data), position);
  if (type === 'GuardianshipConfirmed') return begun(guardianshipIn(data), position);
  if (story === undefined || story.over) return undefined;
  const live = CONSENT_ENDS.has(type) ? false : TURNS[type];
  if (live === undefined) return undefined;
  const over = type !== 'GuardianshipSuspended' && !live;
  return { ...story, turns: [...story.turns, { position, live }], over };
}

const begun = (basis: Basis, position: number): Story => ({ basis, turns: [{ position, live: true }], over: false });

const consentIn = (data: LogEntry['data']): Basis => ({
  viewer: text(data, 'viewer'),
  subject: text(data, 'subject'),
  scope: text(data, 'scope'),
  purposes: [text(data, 'purpose')],
  from: instantOf(data, 'from'),
  until: instantOf(data, 'until'),
});

function guardianshipIn(data: LogEntry['data']): Basis {
  const until = data['until'] === null ? Infinity : instantOf(data, 'until');
  const purposes = Array.isArray(data['purposes']) ? data['purposes'].filter((purpose) => typeof purpose === 'string') : [];
  return { viewer: text(data, 'guardian'), subject: text(data, 'dependent'), scope: text(data, 'scope'), purposes, from: instantOf(data, 'from'), until: Math.min(until, instantOf(data, 'reviewAt')) };
}
