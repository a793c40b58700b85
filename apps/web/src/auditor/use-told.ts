import { useWords } from '../words/words.js';
import type { Stop } from './report.js';
import { whatOf } from './said.js';
import { useInstant } from './use-instant.js';
import { auditorWords } from './words.js';

/** What stops of the slider are, in words; undefined lies before all of them. */
export function useTelling(): (stop: Stop | undefined) => string {
  const say = useWords(auditorWords);
  const instant = useInstant();
  return (stop) => (stop === undefined ? say('before') : say('at', { at: instant(stop.at), position: String(stop.position), what: whatOf(stop, say) }));
}

/** What one of them is. */
export const useTold = (stop: Stop | undefined): string => useTelling()(stop);
