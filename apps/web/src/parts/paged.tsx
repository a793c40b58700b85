import { type ReactNode, useState } from 'react';
import { useElder } from '../data/preferences.js';
import { shellWords } from '../shell/words.js';
import { useWords } from '../words/words.js';
import { Place } from './place.js';

/** Something to look at or to do, apart from the others. */
export interface Part {
  readonly name: string;
  readonly content: ReactNode;
}

/** Everything below each other, or in elder mode one part a page. */
export function Paged({ parts }: { readonly parts: readonly Part[] }) {
  const say = useWords(shellWords);
  const elder = useElder();
  const [at, setAt] = useState(0);
  if (!elder) return parts.map(({ name, content }) => <div key={name}>{content}</div>);
  return (
    <>
      <Place at={at} of={parts.length} />
      <div key={parts[at]?.name}>{parts[at]?.content}</div>
      <div className="actions">
        {at < parts.length - 1 ? (
          <button className="main" onClick={() => setAt(at + 1)}>
            {say('next')}
          </button>
        ) : null}
        {at > 0 ? <button onClick={() => setAt(at - 1)}>{say('stepBack')}</button> : null}
      </div>
    </>
  );
}
