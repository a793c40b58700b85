import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { codeOf } from '../data/api.js';
import { bases } from '../data/bases.js';
import { Answered } from '../states/answered.js';
import { Notice } from '../states/notice.js';
import { useWords } from '../words/words.js';
import { viewerWords } from './words.js';

interface EnrolledProps<T> {
  readonly query: { readonly data: T | undefined; readonly error: Error | null; readonly refetch: () => unknown };
  readonly children: (data: T) => ReactNode;
}

/** What only somebody who is enrolled has; whoever is not, is told where that is done. */
export function Enrolled<T>({ query, children }: EnrolledProps<T>) {
  const say = useWords(viewerWords);
  if (codeOf(query.error) !== 'not-enrolled') return <Answered query={query}>{children}</Answered>;
  return (
    <Notice title={say('enrolFirst')} text={say('enrolFirstText')}>
      <Link className="button main" to="/citizen">
        {say('enrolFirstAct')}
      </Link>
    </Notice>
  );
}

/** What only somebody who is enrolled can fill in. Once that is known, a read that fails later takes away nothing of what they wrote. */
export function EnrolledForm({ children }: { readonly children: ReactNode }) {
  const query = useQuery(bases);
  return query.data === undefined ? <Enrolled query={query}>{() => null}</Enrolled> : children;
}
