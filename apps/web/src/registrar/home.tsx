import { Doors } from '../parts/doors.js';
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
      <Doors label={say('home')} doors={DOORS.map(([to, title, hint]) => ({ to: `/registrar/${to}`, title: say(title), hint: say(hint) }))} />
      <OtherRooms here="registrar" />
    </Page>
  );
}
