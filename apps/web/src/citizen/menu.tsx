import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { bases } from '../data/bases.js';
import { lastSeen } from '../data/seen.js';
import { Page } from '../parts/page.js';
import { OtherRooms } from '../shell/entry.js';
import { useWords } from '../words/words.js';
import { disclosures } from './reads.js';
import { citizenWords } from './words.js';

/** Everything that can be done here, as a page of its own: for elder mode. */
export function Menu() {
  const say = useWords(citizenWords);
  return (
    <Page title={say('menu')} back="/citizen">
      <Doors />
    </Page>
  );
}

/** The ways from the first page, each with what waits behind it. */
export function Doors() {
  const say = useWords(citizenWords);
  const live = useLive();
  const isNew = useIsNew();
  return (
    <>
      <nav aria-label={say('menu')}>
        <ul className="doors">
          <Door to="may-look" title={say('mayLook')} hint={live === 0 ? say('mayLookNone') : say('mayLookCount', { count: live })} />
          <Door to="looked" title={say('looked')} hint={say(isNew ? 'lookedNew' : 'lookedHint')} marked={isNew} />
          <Door to="open" title={say('openCode')} hint={say('openCodeHint')} />
          <Door to="results" title={say('results')} hint={say('resultsHint')} />
          <Door to="sampling" title={say('sampling')} hint={say('samplingHint')} />
        </ul>
      </nav>
      <OtherRooms here="citizen" />
    </>
  );
}

interface DoorProps {
  readonly to: string;
  readonly title: string;
  readonly hint: string;
  readonly marked?: boolean;
}

function Door({ to, title, hint, marked = false }: DoorProps) {
  return (
    <li>
      <Link to={`/citizen/${to}`}>
        <span>
          {title} <small className={marked ? 'marked' : undefined}>{hint}</small>
        </span>
      </Link>
    </li>
  );
}

/** How many may look at the moment. */
function useLive(): number {
  const { data } = useQuery(bases);
  return data?.onMe.filter(({ state }) => state === 'live').length ?? 0;
}

/** Whether something happened since this device last showed who looked. */
function useIsNew(): boolean {
  const { data } = useInfiniteQuery(disclosures);
  const newest = data?.pages[0]?.entries[0]?.at ?? '';
  return lastSeen() !== '' && newest > lastSeen();
}
