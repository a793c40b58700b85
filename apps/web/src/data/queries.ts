import { MutationCache, QueryClient } from '@tanstack/react-query';
import { Failed } from './api.js';
import { Late, Offline } from './in-time.js';

/** What another try a moment later may mend: the server says so itself by 503. */
export const mayPass = (error: Error): boolean => (error instanceof Offline && !(error instanceof Late)) || (error instanceof Failed && error.status === 503);

/** What was asked for may have been done although no answer says so: what was read before that, and is shown nowhere now, is not shown again. */
const forgetOld = (error: Error): void => {
  if ((error instanceof Failed || error instanceof Offline) && error.unsure) queries.removeQueries({ type: 'inactive' });
};

/** What was read lives as long as this page: it is persisted nowhere, and asked for anew whenever it is shown again. */
export const queries = new QueryClient({
  mutationCache: new MutationCache({ onError: forgetOld }),
  defaultOptions: {
    queries: { retry: (count, error) => count < 2 && mayPass(error), retryDelay: (count) => 400 * 2 ** count, networkMode: 'always', gcTime: 300_000, refetchOnWindowFocus: true, refetchOnReconnect: true },
    mutations: { retry: false, networkMode: 'always' },
  },
});
