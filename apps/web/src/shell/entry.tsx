import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from 'react-router';
import { Page } from '../parts/page.js';
import { Answered } from '../states/answered.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { duties, roomsOf, useOtherRooms } from './duties.js';
import type { Room } from './room.js';
import { shellWords } from './words.js';

/** The first page: the rooms that somebody has. Whoever has no duty is with their own code at once: in a queue nothing stands before it. */
export function Entry() {
  const say = useWords(shellWords);
  return (
    <Answered query={useQuery(duties)}>
      {(found) => {
        const rooms = roomsOf(found.duties);
        const [first] = rooms;
        if (first !== undefined && rooms.every(({ role }) => role === undefined)) return <Navigate to={`/${first.path}`} replace />;
        return (
          <Page title={say('rooms')}>
            <Doors rooms={rooms} />
          </Page>
        );
      }}
    </Answered>
  );
}

/** The ways to somebody's other rooms, at the end of a room's first page. */
export function OtherRooms({ here }: { readonly here: string }) {
  const rooms = useOtherRooms(here);
  return rooms.length === 0 ? null : <Doors rooms={rooms} />;
}

function Doors({ rooms }: { readonly rooms: readonly Room[] }) {
  const say = useWords(shellWords);
  const language = useLanguage();
  return (
    <nav aria-label={say('rooms')} className="rooms">
      <ul className="doors">
        {rooms.map(({ path, title }) => (
          <li key={path}>
            <Link to={`/${path}`}>{title[language]}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
