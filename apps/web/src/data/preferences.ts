import { useSyncExternalStore } from 'react';

const KEPT = 'xinma.elder';
const listeners = new Set<() => void>();
let elder = localStorage.getItem(KEPT) === 'yes';
const show = (): void => {
  document.documentElement.dataset['elder'] = elder ? 'yes' : 'no';
};
show();

/** Larger text and one action a page, on this device. */
export function preferElder(wanted: boolean): void {
  elder = wanted;
  if (wanted) localStorage.setItem(KEPT, 'yes');
  else localStorage.removeItem(KEPT);
  show();
  for (const listener of listeners) listener();
}

const onElder = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the elder mode is on. */
export const useElder = (): boolean => useSyncExternalStore(onElder, () => elder);
