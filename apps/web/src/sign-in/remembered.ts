import { useSyncExternalStore } from 'react';
import { currentSession, onSession } from './session.js';

/** Something that this page remembers for as long as the session is there. No storage has it. */
export interface Remembered<T> {
  readonly now: () => T;
  readonly become: (next: T) => void;
  /** Tells when it changes; answers how to stop listening. */
  readonly onChange: (listener: () => void) => () => void;
}

/** Begins with nothing, and is nothing again once the session is over. */
export function remembered<T>(nothing: T): Remembered<T> {
  let kept = nothing;
  const listeners = new Set<() => void>();
  const become = (next: T): void => {
    kept = next;
    for (const listener of listeners) listener();
  };
  onSession(() => {
    if (currentSession().kind !== 'in') become(nothing);
  });
  return {
    now: () => kept,
    become,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const useRemembered = <T>({ onChange, now }: Remembered<T>): T => useSyncExternalStore(onChange, now);
