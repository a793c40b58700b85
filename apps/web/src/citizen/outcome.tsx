import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { bases } from '../data/bases.js';
import { inShanghai } from '../data/time.js';
import { useNow } from '../data/use-now.js';
import { Page } from '../parts/page.js';
import { Notice } from '../states/notice.js';
import { useLanguage } from '../words/language.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import type { Asked, Ended, Granted } from './asked.js';
import { BasisCard } from './basis-card.js';
import { openWords } from './open-words.js';
import { restOf } from './stands.js';
import { Still } from './still.js';
import { citizenWords } from './words.js';

/** Says what was decided and where it can be seen. */
export function Outcome({ ended }: { readonly ended: Ended }) {
  const say = useWords(openWords);
  const home = useWords(citizenWords);
  const text = useText(ended);
  return (
    <Page key="ended" title={say(ended.kind === 'different' ? 'differentTitle' : ended.kind)} back="/citizen">
      <Notice tone={ended.kind === 'different' ? 'stop' : 'calm'} text={text}>
        <Link className="button main" to="/citizen/may-look">
          {home('mayLook')}
        </Link>
      </Notice>
      <Rest asked={ended.asked} />
    </Page>
  );
}

/** Of this request alone. */
function useText(ended: Ended): string {
  const say = useWords(openWords);
  const terms = useTerms();
  const language = useLanguage();
  const who = terms.name(ended.asked.viewer);
  const grantedText = ({ scope, from, until }: Granted): string => {
    const text = say('grantedText', { who, scope: terms.scope(scope), at: inShanghai(language, 'both', until) });
    return from === undefined ? text : `${say('grantedLater', { at: inShanghai(language, 'both', from) })} ${text}`;
  };
  switch (ended.kind) {
    case 'different':
      return say('differentText');
    case 'refused':
      return say('refusedText', { who });
    case 'granted':
      return grantedText(ended.granted);
  }
}

/** By what else whoever asked can look; nothing before the list was read anew. */
function Rest({ asked: { consent, viewer } }: { readonly asked: Asked }) {
  const { data, error, isFetching } = useQuery(bases);
  const now = useNow(data?.ahead);
  if (data === undefined || error !== null || isFetching) return null;
  const rest = restOf({ basis: consent, viewer }, data.onMe, now);
  return (
    <>
      <Still rest={rest} />
      {rest.map((one) => (
        <BasisCard key={one.basis} one={one} now={now} />
      ))}
    </>
  );
}
