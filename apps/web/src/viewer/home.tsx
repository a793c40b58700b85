import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { bases } from '../data/bases.js';
import { Doors } from '../parts/doors.js';
import { Page } from '../parts/page.js';
import { OtherRooms } from '../shell/entry.js';
import { Notice } from '../states/notice.js';
import { useWords } from '../words/words.js';
import { Enrolled } from './enrolled.js';
import { GiveUp } from './give-up.js';
import { gaveUp, useGivenUp } from './given-up.js';
import { PersonCard } from './person-card.js';
import type { Overlooked } from './reads.js';
import { viewerWords } from './words.js';

interface HomeProps {
  readonly onLook: (one: Overlooked) => void;
}

/** At whom I may look, each a card under my own label; and the ways to ask and to claim. */
export function Home(ways: HomeProps) {
  const say = useWords(viewerWords);
  const [asked, setAsked] = useState<Overlooked>();
  return (
    <Page title={say('home')}>
      <Enrolled query={useQuery(bases)}>
        {({ mine, ahead }) => (
          <>
            <People all={mine} ahead={ahead} onGiveUp={setAsked} {...ways} />
            <Ways />
          </>
        )}
      </Enrolled>
      <OtherRooms here="viewer" />
      {/* Not within the list: what was asked is heard of, also where the list cannot be read meanwhile. */}
      {asked === undefined ? null : (
        <GiveUp
          one={asked}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            gaveUp(asked.basis);
            setAsked(undefined);
          }}
        />
      )}
    </Page>
  );
}

interface PeopleProps extends HomeProps {
  readonly all: readonly Overlooked[];
  /** By how many milliseconds the server's clock is before this device's. */
  readonly ahead: number;
  readonly onGiveUp: (one: Overlooked) => void;
}

function People({ all, ahead, onLook, onGiveUp }: PeopleProps) {
  const say = useWords(viewerWords);
  const givenUp = useGivenUp();
  if (all.length === 0) return <Notice title={say('nobody')} text={say('nobodyText')} />;
  return (
    <>
      <p>{say('intro')}</p>
      <ul className="cards">
        {all.map((one) => (
          <li key={one.basis}>
            <PersonCard one={one} ahead={ahead} isGivenUp={givenUp.has(one.basis)} onLook={onLook} onGiveUp={onGiveUp} />
          </li>
        ))}
      </ul>
      <p className="hint gone">{say('goneText')}</p>
    </>
  );
}

function Ways() {
  const say = useWords(viewerWords);
  const doors = [
    { to: '/viewer/ask', title: say('ask'), hint: say('askHint') },
    { to: '/viewer/guardian', title: say('guardian'), hint: say('guardianHint') },
  ];
  return <Doors label={say('ways')} doors={doors} apart />;
}
