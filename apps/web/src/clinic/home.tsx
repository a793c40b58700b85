import { Doors } from '../parts/doors.js';
import { Page } from '../parts/page.js';
import { OtherRooms } from '../shell/entry.js';
import { useWords } from '../words/words.js';
import { clinicWords } from './words.js';

const DOORS = [
  ['register', 'register', 'registerHint'],
  ['import', 'import', 'importHint'],
  ['amend', 'amend', 'amendHint'],
  ['quarantine', 'quarantine', 'quarantineHint'],
] as const;

/** What there is to do, the most frequent first. */
export function Home() {
  const say = useWords(clinicWords);
  return (
    <Page title={say('home')}>
      <Doors label={say('home')} doors={DOORS.map(([to, title, hint]) => ({ to: `/clinic/${to}`, title: say(title), hint: say(hint) }))} />
      <OtherRooms here="clinic" />
    </Page>
  );
}
