import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { bases } from '../data/bases.js';
import { Page } from '../parts/page.js';
import { OtherRooms } from '../shell/entry.js';
import { Notice } from '../states/notice.js';
import { useWords } from '../words/words.js';
import { Enrolled } from './enrolled.js';
import { PersonCard } from './person-card.js';
import type { Overlooked } from './reads.js';
import { viewerWords } from './words.js';

interface HomeProps {
  readonly onLook: (one: Overlooked) => void;
}

/** At whom I may look, each a card under my own label; and the ways to ask and to claim. */
export function Home({ onLook }: HomeProps) {
  const say = useWords(viewerWords);
  return (
    <Page title={say('home')}>
      <Enrolled query={useQuery(bases)}>
        {({ mine }) => (
          <>
            <People all={mine} onLook={onLook} />
            <Ways />
          </>
        )}
      </Enrolled>
      <OtherRooms here="viewer" />
    </Page>
  );
}

function People({ all, onLook }: HomeProps & { readonly all: readonly Overlooked[] }) {
  const say = useWords(viewerWords);
  if (all.length === 0) return <Notice title={say('nobody')} text={say('nobodyText')} />;
  return (
    <>
      <p>{say('intro')}</p>
      <ul className="cards">
        {all.map((one) => (
          <li key={one.basis}>
            <PersonCard one={one} onLook={onLook} />
          </li>
        ))}
      </ul>
      <p className="hint gone">{say('goneText')}</p>
    </>
  );
}

function Ways() {
  const say = useWords(viewerWords);
  const ways = [
    ['ask', say('ask'), say('askHint')],
    ['guardian', say('guardian'), say('guardianHint')],
  ] as const;
  return (
    <nav aria-label={say('ways')} className="rooms">
      <ul className="doors">
        {ways.map(([to, title, hint]) => (
          <li key={to}>
            <Link to={`/viewer/${to}`}>
              <span>
                {title} <small>{hint}</small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
