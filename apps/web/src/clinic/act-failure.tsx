import { codeOf, isIn } from '../data/api.js';
import { Notice } from '../states/notice.js';
import { Trouble } from '../states/trouble.js';
import { useWords } from '../words/words.js';
import { clinicWords } from './words.js';

const SAYS = {
  'no-result': ['noResult', 'noResultText'],
  'barcode-locked': ['lockedNow', 'lockedText'],
  time: ['wrongTime', 'wrongTimeText'],
  'conflict-of-interest': ['tiedAct', 'tiedActText'],
} as const;

/** Why a result stays as it was. */
export function ActFailure({ error }: { readonly error: unknown }) {
  const say = useWords(clinicWords);
  if (error === null) return null;
  const code = codeOf(error);
  if (!isIn(SAYS, code)) return <Trouble error={error} />;
  const [title, text] = SAYS[code];
  return <Notice tone="care" title={say(title)} text={say(text)} urgent />;
}
