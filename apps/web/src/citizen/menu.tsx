import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { bases } from '../data/bases.js';
import { lastSeen, markOf } from '../data/seen.js';
import { useNow } from '../data/use-now.js';
import { Doors } from '../parts/doors.js';
import { Page } from '../parts/page.js';
import { OtherRooms } from '../shell/entry.js';
import { useWords } from '../words/words.js';
import { disclosures } from './reads.js';
import { seeingNow } from './stands.js';
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
  const seeing = useSeeing();
  const isNew = useIsNew();
  const doors = [
    { to: '/citizen/may-look', title: say('mayLook'), ...(seeing === undefined ? {} : { hint: seeing === 0 ? say('mayLookNone') : say('mayLookCount', { count: seeing }) }) },
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

/** How many people can look at the moment; undefined while nobody knows: what could not be read is not nobody. */
function useSeeing(): number | undefined {
  const { data, error } = useQuery(bases);
  const now = useNow(data?.ahead);
  return data === undefined || error !== null ? undefined : seeingNow(data.onMe, now);
}

/** Whether something happened since this device last showed who looked. */
function useIsNew(): boolean {
  const { data } = useInfiniteQuery(disclosures);
  const newest = data?.pages[0]?.entries[0]?.at;
  return newest !== undefined && lastSeen() !== '' && markOf(newest) !== lastSeen();
}
