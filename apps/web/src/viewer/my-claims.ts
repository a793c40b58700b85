import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { EVERY, PATIENCE, SELDOM } from '../data/lag.js';
import { useAnnounce } from '../parts/announcer.js';
import { useWords } from '../words/words.js';
import { listedClaims, useSentClaims } from './claims-sent.js';
import { guardWords } from './guard-words.js';
import { guardianships, type MyClaim } from './reads.js';

/** `missing`: sent, acknowledged, and not in the list so far; `isLate`: for longer than that usually takes. */
export type MyClaims = ReturnType<typeof useMyClaims>;

/** The list, asked for until all is in it that was sent from this page. */
export function useMyClaims() {
  const sent = useSentClaims();
  const isLate = useLate();
  const without = (claims: readonly MyClaim[] = []): readonly string[] => sent.filter((id) => claims.every(({ claim }) => claim !== id));
  const query = useQuery({ ...guardianships, refetchInterval: ({ state: { data } }) => (without(data?.claims).length === 0 ? false : isLate ? SELDOM : EVERY) });
  const missing = without(query.data?.claims);
  useSaidOnce(sent.filter((id) => !missing.includes(id)));
  return { query, missing, isLate };
}

/** Whether somebody has been here for so long that what they wait for should have come. */
function useLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return late;
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
