import { Link } from 'react-router';
import { Page } from '../parts/page.js';
import { OtherRooms } from '../shell/entry.js';
import { useWords } from '../words/words.js';
import { clinicWords } from './words.js';

/** What there is to do, the most frequent first. */
export function Home() {
  const say = useWords(clinicWords);
  const ways = [
    ['register', say('register'), say('registerHint')],
    ['import', say('import'), say('importHint')],
    ['amend', say('amend'), say('amendHint')],
    ['quarantine', say('quarantine'), say('quarantineHint')],
  ] as const;
  return (
    <Page title={say('home')}>
      <nav aria-label={say('home')}>
        <ul className="doors">
          {ways.map(([to, title, hint]) => (
            <li key={to}>
              <Link to={`/clinic/${to}`}>
                <span>
                  {title} <small>{hint}</small>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <OtherRooms here="clinic" />
    </Page>
  );
}
