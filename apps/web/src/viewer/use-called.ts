import { inShanghai } from '../data/time.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import type { Overlooked } from './reads.js';
import { viewerWords } from './words.js';

/** What somebody is called here: by my own label; of those whose guardian I am nothing is known but since when. */
export function useCalled(): (one: Overlooked) => string {
  const say = useWords(viewerWords);
  const language = useLanguage();
  return ({ label, kind, from }) => label ?? (kind === 'guardianship' && from !== null ? say('ward', { at: inShanghai(language, 'date', from) }) : say('unnamed'));
}
