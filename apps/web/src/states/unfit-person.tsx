import { codeOf, isIn } from '../data/api.js';
import { personWords } from '../parts/person-words.js';
import { useWords } from '../words/words.js';
import { Notice } from './notice.js';
import { Trouble } from './trouble.js';

const SAYS = { name: 'nameWrong', document: 'numberWrong', 'birth-date': 'birthWrong' } as const;

/** What the rules say no to of a description of somebody, by what has to be looked at again; else what went wrong. */
export function UnfitPerson({ error }: { readonly error: unknown }) {
  const say = useWords(personWords);
  const code = codeOf(error);
  return isIn(SAYS, code) ? <Notice tone="care" title={say('lookAgain')} text={say(SAYS[code])} urgent /> : <Trouble error={error} />;
}
