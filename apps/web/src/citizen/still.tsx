import type { Onlooker } from '../data/types.js';
import { Notice } from '../states/notice.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import { whoWords } from './who-words.js';

const SAYS = { consent: 'stillByConsent', guardianship: 'stillAsGuardian' } as const satisfies Readonly<Record<Onlooker['kind'], string>>;

/** Says by what else somebody can look, of whom one basis has ended; empty where by nothing. */
export function useSayStill(): (rest: readonly Onlooker[]) => readonly string[] {
  const say = useWords(whoWords);
  const terms = useTerms();
  return (rest) => rest.slice(0, 1).map(({ kind, viewer }) => say(SAYS[kind], { who: terms.name(viewer) }));
}

/** The same as a notice: who took one thing back is not to believe that it was all. */
export function Still({ rest }: { readonly rest: readonly Onlooker[] }) {
  return useSayStill()(rest).map((text) => <Notice key={text} tone="care" text={text} />);
}
