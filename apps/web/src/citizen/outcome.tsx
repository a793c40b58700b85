import { Link } from 'react-router';
import { inShanghai } from '../data/time.js';
import { Page } from '../parts/page.js';
import { Notice } from '../states/notice.js';
import { useLanguage } from '../words/language.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import type { Ended } from './asked.js';
import { openWords } from './open-words.js';
import { citizenWords } from './words.js';

/** Says what was decided and where it can be seen. */
export function Outcome({ ended }: { readonly ended: Ended }) {
  const say = useWords(openWords);
  const home = useWords(citizenWords);
  const terms = useTerms();
  const language = useLanguage();
  const title = say(ended.kind === 'different' ? 'differentTitle' : ended.kind);
  const text =
    ended.kind === 'different'
      ? say('differentText')
      : ended.kind === 'refused'
        ? say('refusedText', { who: ended.who })
        : say('grantedText', { who: ended.who, scope: terms.scope(ended.granted.scope), at: inShanghai(language, 'both', ended.granted.until) });
  return (
    <Page key="ended" title={title} back="/citizen">
      <Notice tone={ended.kind === 'different' ? 'stop' : 'calm'} text={text}>
        <Link className="button main" to="/citizen/may-look">
          {home('mayLook')}
        </Link>
      </Notice>
    </Page>
  );
}
