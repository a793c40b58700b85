import { useWords } from '../words/words.js';
import type { Stop } from './report.js';
import { whatOf } from './said.js';
import { useInstant } from './use-instant.js';
import { auditorWords } from './words.js';

/** What a stop of the slider is, in words; undefined lies before all of them. */
export function useTold(stop: Stop | undefined): string {
  const say = useWords(auditorWords);
  const instant = useInstant();
  return stop === undefined ? say('before') : say('at', { at: instant(stop.at), position: String(stop.position), what: whatOf(stop, say) });
}
