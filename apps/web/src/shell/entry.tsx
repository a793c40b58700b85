import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, Navigate } from 'react-router';
import { answered, api } from '../data/api.js';
import { Page } from '../parts/page.js';
import { Answered } from '../states/answered.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { type Room, ROOMS } from './room.js';
import { shellWords } from './words.js';

/** What somebody is appointed to. Only a hint of which rooms to offer: the API asks again for each request. */
const duties = queryOptions({ queryKey: ['duties'], queryFn: ({ signal }) => answered(api.GET('/v1/me/duties', { signal })) });

/** The first page: the rooms that somebody has. Who has one is in it at once. */
export function Entry() {
  return (
    <Answered query={useQuery(duties)}>
      {(found) => {
        const roles = new Set<string | undefined>([undefined, ...found.duties.map(({ role }) => role)]);
        return <Choice rooms={ROOMS.filter(({ role }) => roles.has(role))} />;
      }}
    </Answered>
  );
}

function Choice({ rooms }: { readonly rooms: readonly Room[] }) {
  const say = useWords(shellWords);
  const language = useLanguage();
  const [only, ...others] = rooms;
  if (only !== undefined && others.length === 0) return <Navigate to={`/${only.path}`} replace />;
  return (
    <Page title={say('rooms')}>
      <nav aria-label={say('rooms')}>
        <ul className="doors">
          {rooms.map(({ path, title }) => (
            <li key={path}>
              <Link to={`/${path}`}>{title[language]}</Link>
            </li>
          ))}
        </ul>
      </nav>
    </Page>
  );
}
