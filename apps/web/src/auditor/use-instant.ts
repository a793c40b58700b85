import { inShanghai } from '../data/time.js';
import { useLanguage } from '../words/language.js';

/** An instant, to the second, as its day has it. */
export function useInstant(): (at: string | number) => string {
  const language = useLanguage();
  return (at) => `${inShanghai(language, 'date', at)} ${inShanghai(language, 'second', at)}`;
}
