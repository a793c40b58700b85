import { codeOf, isIn } from '../data/api.js';
import { Notice } from '../states/notice.js';
import { useWords } from '../words/words.js';
import { claimWords } from './claim-words.js';
import { Refused } from './refused.js';

const SAYS = {
  'not-found': ['notYours', 'notYoursText'],
  'deal-lapsed': ['notYours', 'notYoursText'],
  'claim-already-proposed': ['handled', 'handledText'],
  'claim-not-proposed': ['unproposed', 'unproposedText'],
  'ground-unfit': ['unfit', 'unfitText'],
  window: ['window', 'windowText'],
} as const;

/** What an act on a claim was refused for; where the claim is gone, the way to the next one. */
export function ClaimTrouble({ error, onNext }: { readonly error: unknown; readonly onNext: () => void }) {
  const say = useWords(claimWords);
  const code = codeOf(error);
  if (!isIn(SAYS, code)) return <Refused error={error} />;
  const [title, text] = SAYS[code];
  return (
    <Notice tone="care" title={say(title)} text={say(text)} urgent>
      {code === 'window' || code === 'ground-unfit' ? null : (
        <button className="main" onClick={onNext}>
          {say('next')}
        </button>
      )}
    </Notice>
  );
}
