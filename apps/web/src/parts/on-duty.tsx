import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { duties } from '../shell/duties.js';
import type { Room } from '../shell/room.js';
import { Answered } from '../states/answered.js';
import { Notice } from '../states/notice.js';
import { useWords } from '../words/words.js';
import { dutyWords } from './duty-words.js';
import { Page } from './page.js';

interface OnDutyProps {
  readonly duty: NonNullable<Room['role']>;
  readonly children: ReactNode;
}

/** The door of a room of staff: whoever has not the duty is told so before they fill anything in. Only a hint, the API judges each request; and a read that fails later takes away nothing of what somebody wrote. */
export function OnDuty({ duty, children }: OnDutyProps) {
  const query = useQuery(duties);
  if (query.data === undefined) return <Answered query={query}>{() => null}</Answered>;
  return query.data.duties.some(({ role }) => role === duty) ? children : <NotYours />;
}

function NotYours() {
  const say = useWords(dutyWords);
  return (
    <Page title={say('notYours')}>
      <Notice tone="care" text={say('notYoursText')}>
        <Link className="button main" to="/">
          {say('toStart')}
        </Link>
      </Notice>
    </Page>
  );
}
