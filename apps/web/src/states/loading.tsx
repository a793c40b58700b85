import { useEffect, useState } from 'react';
import { shellWords } from '../shell/words.js';
import { useWords } from '../words/words.js';

/** In milliseconds: shown sooner it would only flicker; later than the second, something is wrong and is said. */
const [SHOWN_AFTER, LONG_AFTER] = [250, 4_000];

/** Something is on its way. It says so once, and says more when it takes long; every request ends by itself, so this does, too. */
export function Loading() {
  const say = useWords(shellWords);
  const [stage, setStage] = useState<'none' | 'shown' | 'long'>('none');
  useEffect(() => {
    const timers = [setTimeout(() => setStage('shown'), SHOWN_AFTER), setTimeout(() => setStage('long'), LONG_AFTER)];
    return () => timers.forEach(clearTimeout);
  }, []);
  return (
    <div className="loading" role="status">
      {stage === 'none' ? null : (
        <>
          <span className="bar" aria-hidden="true" />
          <p>{say(stage === 'long' ? 'loadingLong' : 'loading')}</p>
        </>
      )}
    </div>
  );
}
