import { inShanghai } from '../data/time.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import type { Overlooked } from './reads.js';
import { viewerWords } from './words.js';

/** As much of a basis's number as tells two people apart. A registrar's reference begins with the same (`guardian.tsx`). */
const markOf = (basis: string): string => `${basis.slice(0, 6)}…`;

/** What somebody is called here: by my own label; of those whose guardian I am nothing is known but since when, and how their number begins. */
export function useCalled(): (one: Overlooked) => string {
  const say = useWords(viewerWords);
  const language = useLanguage();
  return ({ basis, label, kind, from }) => label ?? (kind === 'guardianship' && from !== null ? say('ward', { at: inShanghai(language, 'date', from), mark: markOf(basis) }) : say('unnamed', { mark: markOf(basis) }));
}
