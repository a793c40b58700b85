import { QueryClient } from '@tanstack/react-query';
import { Failed } from './api.js';
import { Late, Offline } from './in-time.js';

/** What another try a moment later may mend: the server says so itself by 503. */
export const mayPass = (error: Error): boolean => (error instanceof Offline && !(error instanceof Late)) || (error instanceof Failed && error.status === 503);

/** What was read lives as long as this page: it is persisted nowhere, and asked for anew whenever it is shown again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => count < 2 && mayPass(error), retryDelay: (count) => 400 * 2 ** count, networkMode: 'always', gcTime: 300_000, refetchOnWindowFocus: true },
    mutations: { retry: false, networkMode: 'always' },
  },
});

let place: string | undefined;
/** Every position that this page was given. */
const known = new Set<string>();

/**
 * Remembers where a command that was just acknowledged stands: what is read from now on is not older. What was done already (a code that is opened again) is
 * answered with where it was done first, in the same text: then something newer may have been acknowledged since, and the position stays.
 */
export function passed(position: string): void {
  if (known.has(position)) return;
  known.add(position);
  place = position;
}

/** For reads that must show what this page itself changed. */
export const atLeast = (): { readonly 'at-least'?: string } => (place === undefined ? {} : { 'at-least': place });
