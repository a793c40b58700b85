import { useEffect, useRef } from 'react';
import { shellWords } from '../shell/words.js';
import { useWords } from '../words/words.js';

/** Which step it is. Each begins here, also for readers. */
export function Place({ at, of }: { readonly at: number; readonly of: number }) {
  const say = useWords(shellWords);
  const top = useRef<HTMLParagraphElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current !== at) top.current?.focus();
    before.current = at;
  }, [at]);
  return (
    <p className="hint" ref={top} tabIndex={-1}>
      {say('step', { at: at + 1, of })}
    </p>
  );
}
