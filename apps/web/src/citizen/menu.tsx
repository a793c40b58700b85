import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { bases } from '../data/bases.js';
import { lastSeen, markOf } from '../data/seen.js';
import { Doors } from '../parts/doors.js';
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
      <Ways />
    </Page>
  );
}

/** The ways from the first page, each with what waits behind it. */
export function Ways() {
  const say = useWords(citizenWords);
  const live = useLive();
  const isNew = useIsNew();
  const doors = [
    { to: '/citizen/may-look', title: say('mayLook'), hint: live === 0 ? say('mayLookNone') : say('mayLookCount', { count: live }) },
    { to: '/citizen/looked', title: say('looked'), hint: say(isNew ? 'lookedNew' : 'lookedHint'), marked: isNew },
    { to: '/citizen/open', title: say('openCode'), hint: say('openCodeHint') },
    { to: '/citizen/results', title: say('results'), hint: say('resultsHint') },
    { to: '/citizen/sampling', title: say('sampling'), hint: say('samplingHint') },
  ];
  return (
    <>
      <Doors label={say('menu')} doors={doors} />
      <OtherRooms here="citizen" />
    </>
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
  const newest = data?.pages[0]?.entries[0]?.at;
  return newest !== undefined && lastSeen() !== '' && markOf(newest) !== lastSeen();
}
