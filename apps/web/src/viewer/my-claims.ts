import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { EVERY, PATIENCE, SELDOM, WHILE_BEHIND } from '../data/lag.js';
import { mayPass } from '../data/queries.js';
import { useAnnounce } from '../parts/announcer.js';
import { useWords } from '../words/words.js';
import { listedClaims, useSentClaims } from './claims-sent.js';
import { guardWords } from './guard-words.js';
import { guardianships, type MyClaim } from './reads.js';

/**
 * `missing`: sent, acknowledged, and not in the list so far; `isLate`: for longer than that usually takes. `isAwaited`: there is no list to show yet, and there
 * will be one by itself: the server gives none that is more than some seconds old, so just when it is slow it answers 503, which is no trouble of who waits.
 */
export type MyClaims = ReturnType<typeof useMyClaims>;

/** The list, asked for until all is in it that was sent from this page. */
export function useMyClaims() {
  const claims = useSentClaims();
  const sent = claims.map(({ claim }) => claim);
  const isOld = useOld(claims.at(-1)?.at);
  const without = (listed: readonly MyClaim[] = []): readonly string[] => sent.filter((id) => listed.every(({ claim }) => claim !== id));
  const query = useQuery({ ...guardianships, refetchInterval: ({ state: { data, error } }) => (without(data?.claims).length === 0 ? false : nextIn(error, isOld)) });
  const missing = without(query.data?.claims);
  useSaidOnce(sent.filter((id) => !missing.includes(id)));
  const { data, error, errorUpdateCount } = query;
  // A query that has no data yet forgets its error whenever it asks again, but not that there was one.
  const isLate = error !== null || (data === undefined ? errorUpdateCount > 0 : isOld);
  return { query, missing, isLate, isAwaited: missing.length > 0 && hasNothingYet(data, error) };
}

const hasNothingYet = (data: unknown, error: Error | null): boolean => (error === null ? data === undefined : mayPass(error));

/** In how many milliseconds the list is asked for again. What will not pass by itself waits for whoever presses "Try again": it would be said anew each time. */
function nextIn(error: Error | null, isOld: boolean): number | false {
  if (error !== null) return mayPass(error) && WHILE_BEHIND;
  return isOld ? SELDOM : EVERY;
}

/** In how many milliseconds what was sent then should be in the list; at most as long as that takes, also where the clock was set back. */
const restOf = (at: number): number => Math.min(PATIENCE, at + PATIENCE - Date.now());

/** Whether what was sent then should be in the list by now. */
function useOld(at: number | undefined): boolean {
  const [old, setOld] = useState(() => (at !== undefined && restOf(at) <= 0 ? at : undefined));
  useEffect(() => {
    if (at === undefined) return undefined;
    const timer = setTimeout(() => setOld(at), restOf(at));
    return () => clearTimeout(timer);
  }, [at]);
  return at !== undefined && old === at;
}

/** Tells readers that it has come, and waits for it no longer. */
function useSaidOnce(come: readonly string[]): void {
  const say = useWords(guardWords);
  const announce = useAnnounce();
  useEffect(() => {
    if (come.length === 0) return;
    announce(say('entered'));
    listedClaims(come);
  });
}
