import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useElder } from '../data/preferences.js';
import { shellWords } from '../shell/words.js';
import { useWords } from '../words/words.js';
import { Place } from './place.js';

const Onward = createContext<() => void>(() => undefined);

/** For a part that leads on by itself: goes to the next, where that is another page. */
export const useOnward = (): (() => void) => useContext(Onward);

/** Something to look at or to do, apart from the others. */
export interface Part {
  readonly name: string;
  readonly content: ReactNode;
  /** Whether it leads on by itself (`useOnward`). */
  readonly leadsOn?: boolean;
}

/** Everything below each other, or in elder mode one part a page. */
export function Paged({ parts }: { readonly parts: readonly Part[] }) {
  const say = useWords(shellWords);
  const elder = useElder();
  const [at, setAt] = useState(0);
  const onNext = useCallback(() => setAt((before) => before + 1), []);
  if (!elder) return parts.map(({ name, content }) => <div key={name}>{content}</div>);
  const part = parts[at];
  return (
    <Onward.Provider value={onNext}>
      <Place at={at} of={parts.length} />
      <div key={part?.name}>{part?.content}</div>
      <div className="actions">
        {at < parts.length - 1 && part?.leadsOn !== true ? (
          <button className="main" onClick={onNext}>
            {say('next')}
          </button>
        ) : null}
        {at > 0 ? <button onClick={() => setAt(at - 1)}>{say('stepBack')}</button> : null}
      </div>
    </Onward.Provider>
  );
}
