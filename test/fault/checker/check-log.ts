import { instantOf } from './bases.js';
import type { Finding, LogEntry } from './history.js';

/** Where a stream was. */
interface End {
  readonly revision: number;
  readonly at: number;
}

/** Positions and revisions have no gap, no event id stands twice, and within a stream time never runs backwards. */
export function checkLog(log: readonly LogEntry[]): readonly Finding[] {
  const ids = new Set<string>();
  const streams = new Map<string, End>();
  return log.flatMap((entry, index) => {
    const before = streams.get(entry.stream) ?? { revision: -1, at: -Infinity };
    const at = instantOf(entry.data, 'at');
    const wrong = [...(entry.position === index + 1 ? [] : ['a gap']), ...(ids.has(entry.id) ? ['an id twice'] : []), ...wrongIn(entry, at, before)];
    ids.add(entry.id);
    streams.set(entry.stream, { revision: entry.revision, at: Number.isNaN(at) ? before.at : at });
    return wrong.map((what) => ({ name: 'log-broken', what: `${entry.type} at ${entry.position} in ${entry.stream}: ${what}` }) as const);
  });
}

const wrongIn = ({ revision }: LogEntry, at: number, before: End): readonly string[] => [
  ...(revision === before.revision + 1 ? [] : ['a gap in its stream']),
  ...(at < before.at ? ['time runs backwards'] : []),
];
