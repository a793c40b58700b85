import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { bases } from '../data/bases.js';
import type { Onlooker } from '../data/types.js';
import { useNow } from '../data/use-now.js';
import { Page } from '../parts/page.js';
import { Answered } from '../states/answered.js';
import { Notice } from '../states/notice.js';
import { useWords } from '../words/words.js';
import { BasisCard } from './basis-card.js';
import { EndBasis } from './end-basis.js';
import { canBeTakenBack, isOver, restOf, seesNow } from './stands.js';
import { Still } from './still.js';
import { whoWords } from './who-words.js';
import { citizenWords } from './words.js';

/** Who may look: each basis a card, and one way to end it. What is over stands below. */
export function MayLook() {
  const home = useWords(citizenWords);
  const [ending, setEnding] = useState<Onlooker>();
  const [ended, setEnded] = useState<Onlooker>();
  return (
    <Page title={home('mayLook')} back="/citizen">
      <Answered query={useQuery(bases)}>
        {({ onMe, ahead }) => <Onlookers all={onMe} ahead={ahead} ended={ended} onEnd={setEnding} />}
      </Answered>
      {ending === undefined ? null : (
        <EndBasis
          one={ending}
          onClose={() => setEnding(undefined)}
          onEnded={() => {
            setEnded(ending);
            setEnding(undefined);
          }}
        />
      )}
    </Page>
  );
}

interface OnlookersProps {
  readonly all: readonly Onlooker[];
  /** By how many milliseconds the server's clock is before this device's. */
  readonly ahead: number;
  /** What was ended here last. */
  readonly ended: Onlooker | undefined;
  readonly onEnd: (one: Onlooker) => void;
}

function Onlookers({ all, ahead, ended, onEnd }: OnlookersProps) {
  const now = useNow(ahead);
  return (
    <>
      {ended === undefined ? null : <Still rest={restOf(ended, all, now)} />}
      <Current all={all.filter((one) => !isOver(one, now))} now={now} onEnd={onEnd} />
      <Over all={all.filter((one) => isOver(one, now))} now={now} />
    </>
  );
}

interface CardsProps {
  readonly all: readonly Onlooker[];
  readonly now: number;
  readonly onEnd?: (one: Onlooker) => void;
}

function Current({ all, ...ways }: CardsProps) {
  const say = useWords(whoWords);
  if (all.length === 0) return <Notice title={say('nobodyMayLook')} text={say('nobodyMayLookText')} />;
  return (
    <>
      <Intro all={all} now={ways.now} />
      <Cards all={all} {...ways} />
    </>
  );
}

/** What is so of those who stand here: a request that is only open, and what has yet to begin, let nobody see anything. */
function Intro({ all, now }: CardsProps) {
  const say = useWords(whoWords);
  const seeing = all.filter((one) => seesNow(one, now)).length;
  return (
    <>
      <p>{say(seeing === 0 ? 'noneSees' : seeing === all.length ? 'allSee' : 'someSee')}</p>
      {all.some(canBeTakenBack) ? <p>{say('canTakeBack')}</p> : null}
    </>
  );
}

function Over({ all, now }: CardsProps) {
  const say = useWords(whoWords);
  if (all.length === 0) return null;
  return (
    <section className="over">
      <h2>{say('over')}</h2>
      <Cards all={all} now={now} />
    </section>
  );
}

const Cards = ({ all, ...ways }: CardsProps) => (
  <ul className="cards">
    {all.map((one) => (
      <li key={one.basis}>
        <BasisCard one={one} {...ways} />
      </li>
    ))}
  </ul>
);
