import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { Doors } from '../parts/doors.js';
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
            <RoomDoors rooms={rooms} />
          </Page>
        );
      }}
    </Answered>
  );
}

/** The ways to somebody's other rooms, at the end of a room's first page. */
export function OtherRooms({ here }: { readonly here: string }) {
  const rooms = useOtherRooms(here);
  return rooms.length === 0 ? null : <RoomDoors rooms={rooms} />;
}

function RoomDoors({ rooms }: { readonly rooms: readonly Room[] }) {
  const say = useWords(shellWords);
  const language = useLanguage();
  return <Doors label={say('rooms')} doors={rooms.map(({ path, title }) => ({ to: `/${path}`, title: title[language] }))} apart />;
}
