import type { ReactNode } from 'react';
import { shellWords } from '../shell/words.js';
import { useSession } from '../sign-in/use-session.js';
import { useWords } from '../words/words.js';
import { Notice } from './notice.js';
import { StepUpButton } from './trouble.js';

/** What takes a stronger sign-in: whoever signed in too weakly is told before, not after, they filled it in. */
export function Strongly({ children }: { readonly children: ReactNode }) {
  const say = useWords(shellWords);
  const session = useSession();
  if (session.kind !== 'in' || session.level !== 'al1') return children;
  return (
    <Notice title={say('stepUpTitle')} text={say('stepUpText')}>
      <StepUpButton level="al2" />
    </Notice>
  );
}
