import type { ReactNode } from 'react';
import { shellWords } from '../shell/words.js';
import { useWords } from '../words/words.js';

/** What is on no paper: a printer, or a picture of the page as a file, gets one sentence instead. */
export function Unprinted({ children }: { readonly children: ReactNode }) {
  const say = useWords(shellWords);
  return (
    <>
      <div className="unprinted">{children}</div>
      <p className="printed">{say('unprinted')}</p>
    </>
  );
}
