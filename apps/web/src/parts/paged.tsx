import { type ReactNode, useState } from 'react';
import { useElder } from '../data/preferences.js';
import { shellWords } from '../shell/words.js';
import { useWords } from '../words/words.js';
import { Place } from './place.js';

/** Something to look at or to do, apart from the others. */
export interface Part {
  readonly name: string;
  /** With a function it leads on by itself: it is told how. */
  readonly content: ReactNode | ((onDone: () => void) => ReactNode);
}

const contentOf = ({ content }: Part, onDone: () => void): ReactNode => (typeof content === 'function' ? content(onDone) : content);

/** Everything below each other, or in elder mode one part a page. */
export function Paged({ parts }: { readonly parts: readonly Part[] }) {
  const say = useWords(shellWords);
  const elder = useElder();
  const [at, setAt] = useState(0);
  if (!elder) return parts.map((part) => <div key={part.name}>{contentOf(part, () => undefined)}</div>);
  const part = parts[at];
  const onNext = (): void => setAt(at + 1);
  return (
    <>
      <Place at={at} of={parts.length} />
      <div key={part?.name}>{part === undefined ? null : contentOf(part, onNext)}</div>
      <div className="actions">
        {at < parts.length - 1 && typeof part?.content !== 'function' ? (
          <button className="main" onClick={onNext}>
            {say('next')}
          </button>
        ) : null}
        {at > 0 ? <button onClick={() => setAt(at - 1)}>{say('stepBack')}</button> : null}
      </div>
    </>
  );
}
