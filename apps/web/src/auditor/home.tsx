import { Doors } from '../parts/doors.js';
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
      <Doors label={say('home')} doors={DOORS.map(([to, title, hint]) => ({ to: `/auditor/${to}`, title: say(title), hint: say(hint) }))} />
      <OtherRooms here="auditor" />
    </Page>
  );
}
