import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { Link } from 'react-router';
import { useElder } from '../data/preferences.js';
import type { Read } from '../data/types.js';
import { useNow } from '../data/use-now.js';
import { Page } from '../parts/page.js';
import { Answered } from '../states/answered.js';
import { Loading } from '../states/loading.js';
import { useWords } from '../words/words.js';
import { Ways } from './menu.js';
import { code, knownUntil } from './reads.js';
import { Ground, StatusCard, type StatusCardProps } from './status-card.js';
import { citizenWords } from './words.js';

/** The first page: the code, and the way to everything else. In elder mode one way. */
export function Home({ self }: { readonly self: Read<'/v1/me'> }) {
  const say = useWords(citizenWords);
  const elder = useElder();
  const query = useQuery(code);
  return (
    <Page title={say('home')}>
      <Answered query={query}>
        {(found) => <Known code={found} self={self} onOver={() => void query.refetch({ cancelRefetch: false })} />}
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

interface KnownProps extends StatusCardProps {
  readonly onOver: () => void;
}

/** A status for as long as it is known to be so: after its end, or after a device slept, it is asked for again, and not shown meanwhile beside a clock that goes on. */
function Known({ code: found, self, onOver }: KnownProps) {
  const isOver = useNow(found.ahead) >= knownUntil(found);
  const askAgain = useEffectEvent(onOver);
  useEffect(() => {
    if (isOver) askAgain();
  }, [isOver]);
  if (isOver) return <Loading />;
  return (
    <>
      <StatusCard code={found} self={self} />
      <Ground code={found} />
    </>
  );
}
