import { Link } from 'react-router';
import { Page } from '../parts/page.js';
import { OtherRooms } from '../shell/entry.js';
import { useWords } from '../words/words.js';
import { auditorWords } from './words.js';

const DOORS = [
  ['access', 'access', 'accessHint'],
  ['log', 'log', 'logHint'],
] as const;

/** What an auditor can do. */
export function Home() {
  const say = useWords(auditorWords);
  return (
    <Page title={say('home')}>
      <p>{say('homeText')}</p>
      <nav aria-label={say('home')}>
        <ul className="doors">
          {DOORS.map(([to, title, hint]) => (
            <li key={to}>
              <Link to={`/auditor/${to}`}>
                <span>
                  {say(title)} <small>{say(hint)}</small>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <OtherRooms here="auditor" />
    </Page>
  );
}
