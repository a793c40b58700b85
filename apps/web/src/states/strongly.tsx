import type { ReactNode } from 'react';
import { Page } from '../parts/page.js';
import { shellWords } from '../shell/words.js';
import type { Level } from '../sign-in/place.js';
import { useSession } from '../sign-in/use-session.js';
import { useWords } from '../words/words.js';
import { Notice } from './notice.js';
import { StepUpButton } from './trouble.js';

const LEVELS: readonly Level[] = ['al1', 'al2', 'al3'];

interface StronglyProps {
  /** What the API will ask for. */
  readonly level?: Level;
  /** Where it stands for a whole page. */
  readonly title?: string;
  readonly children: ReactNode;
}

/** What takes a stronger sign-in: whoever signed in too weakly is told before, not after, they filled it in. */
export function Strongly({ level = 'al2', title, children }: StronglyProps) {
  const session = useSession();
  const weak = session.kind === 'in' && session.level !== undefined && LEVELS.indexOf(session.level) < LEVELS.indexOf(level);
  if (!weak) return children;
  return title === undefined ? (
    <Confirm level={level} />
  ) : (
    <Page title={title}>
      <Confirm level={level} />
    </Page>
  );
}

function Confirm({ level }: { readonly level: Level }) {
  const say = useWords(shellWords);
  return (
    <Notice title={say('stepUpTitle')} text={say('stepUpText')}>
      <StepUpButton level={level} />
    </Notice>
  );
}
