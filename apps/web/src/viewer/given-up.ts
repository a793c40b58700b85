import { useSyncExternalStore } from 'react';
import { currentSession, onSession } from '../sign-in/session.js';

/** The bases that were given up in this session. The server's list goes on showing what was granted until its window ends, and nothing about people is stored here. */
let given: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function become(next: ReadonlySet<string>): void {
  given = next;
  for (const listener of listeners) listener();
}

function onGivenUp(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

onSession(() => {
  if (currentSession().kind !== 'in') become(new Set());
});

/** Remembers it for as long as the session is there. */
export const gaveUp = (basis: string): void => become(new Set([...given, basis]));

export const useGivenUp = (): ReadonlySet<string> => useSyncExternalStore(onGivenUp, () => given);
