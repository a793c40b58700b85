import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { codeOf } from '../data/api.js';
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
