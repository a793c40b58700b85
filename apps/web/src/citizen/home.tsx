import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useElder } from '../data/preferences.js';
import type { Read } from '../data/types.js';
import { Page } from '../parts/page.js';
import { Answered } from '../states/answered.js';
import { useWords } from '../words/words.js';
import { Ways } from './menu.js';
import { code } from './reads.js';
import { Ground, StatusCard } from './status-card.js';
import { citizenWords } from './words.js';

/** The first page: the code, and the way to everything else. In elder mode one way. */
export function Home({ self }: { readonly self: Read<'/v1/me'> }) {
  const say = useWords(citizenWords);
  const elder = useElder();
  return (
    <Page title={say('home')}>
      <Answered query={useQuery(code)}>
        {(found) => (
          <>
            <StatusCard code={found} self={self} />
            <Ground code={found} />
          </>
        )}
      </Answered>
      {elder ? (
        <Link className="button main wide" to="menu">
          {say('menu')}
        </Link>
      ) : (
        <Ways />
      )}
    </Page>
  );
}
