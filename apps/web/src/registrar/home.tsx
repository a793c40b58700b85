import { Link } from 'react-router';
import { Page } from '../parts/page.js';
import { OtherRooms } from '../shell/entry.js';
import { useWords } from '../words/words.js';
import { registrarWords } from './words.js';

const DOORS = [
  ['claims', 'claims', 'claimsHint'],
  ['guardianship', 'guardianship', 'guardianshipHint'],
  ['enrol', 'enrol', 'enrolHint'],
  ['account', 'account', 'accountHint'],
  ['release', 'release', 'releaseHint'],
  ['appoint', 'appoint', 'appointHint'],
] as const;

/** What a registrar can do, what is done most first. */
export function Home() {
  const say = useWords(registrarWords);
  return (
    <Page title={say('home')}>
      <nav aria-label={say('home')}>
        <ul className="doors">
          {DOORS.map(([to, title, hint]) => (
            <li key={to}>
              <Link to={`/registrar/${to}`}>
                <span>
                  {say(title)} <small>{say(hint)}</small>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <OtherRooms here="registrar" />
    </Page>
  );
}
