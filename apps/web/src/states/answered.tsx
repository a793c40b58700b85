import type { ReactNode } from 'react';
import { Loading } from './loading.js';
import { Trouble } from './trouble.js';

/** What a query has so far. */
interface Asking<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

interface AnsweredProps<T> {
  readonly query: Asking<T>;
  readonly children: (data: T) => ReactNode;
}

/** Shows what was asked for, or the state that it is in. What could not be read again is not shown from before: it may no longer be so. */
export function Answered<T>({ query: { data, error, refetch }, children }: AnsweredProps<T>) {
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return data === undefined ? <Loading /> : children(data);
}
