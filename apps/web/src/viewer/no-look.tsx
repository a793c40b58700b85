import { Link } from 'react-router';
import { codeOf, Failed } from '../data/api.js';
import { Offline } from '../data/in-time.js';
import { inShanghai } from '../data/time.js';
import type { Scope } from '../data/types.js';
import { Notice } from '../states/notice.js';
import { Trouble } from '../states/trouble.js';
import { useLanguage } from '../words/language.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import { viewerWords } from './words.js';

interface NoLookProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Why nothing is shown, as far as that may be said, and what to do then. */
export function NoLook({ error, onRetry }: NoLookProps) {
  const say = useWords(viewerWords);
  const granted = useGranted(error);
  const code = codeOf(error);
  if (code !== 'not-found' && code !== 'outside-grant')
    return (
      <>
        <Trouble error={error} onRetry={onRetry} />
        {isUnknown(error) ? <p className="hint gone">{say('mayStand')}</p> : null}
      </>
    );
  const outside = code === 'outside-grant';
  return (
    <Notice tone="care" title={say(outside ? 'outside' : 'noMore')} text={granted ?? say(outside ? 'outsideText' : 'noMoreText')} urgent>
      <Link className="button main" to="/viewer/ask">
        {say('askAgain')}
      </Link>
      <Link className="button" to="/viewer">
        {say('backToList')}
      </Link>
    </Notice>
  );
}

/** It is written down before it is answered, so where no answer came it may have been; a server that is behind writes nothing. */
const isUnknown = (error: unknown): boolean => error instanceof Offline || (error instanceof Failed && error.status >= 500 && codeOf(error) !== 'read-models-behind');

/** What was granted, in words: the server says it to whoever asks for more, or too late. */
function useGranted(error: unknown): string | undefined {
  const say = useWords(viewerWords);
  const terms = useTerms();
  const language = useLanguage();
  const grant: unknown = error instanceof Failed ? error.problem?.grant : undefined;
  if (!isGrant(grant)) return undefined;
  const [scope, from, until] = [terms.scope(grant.scope), inShanghai(language, 'both', grant.from), inShanghai(language, 'both', grant.until)];
  return say('outsideGranted', { scope, from, until });
}

interface Grant {
  readonly scope: Scope;
  readonly from: string;
  readonly until: string;
}

function isGrant(grant: unknown): grant is Grant {
  if (typeof grant !== 'object' || grant === null) return false;
  const { scope, from, until }: Partial<Record<keyof Grant, unknown>> = grant;
  return (scope === 'status' || scope === 'results') && typeof from === 'string' && typeof until === 'string';
}
