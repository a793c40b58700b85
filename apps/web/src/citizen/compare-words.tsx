import { useMutation } from '@tanstack/react-query';
import { Page } from '../parts/page.js';
import { ThreeWords } from '../parts/three-words.js';
import { Trouble } from '../states/trouble.js';
import { useWords } from '../words/words.js';
import type { Asked, Ended } from './asked.js';
import { openWords } from './open-words.js';
import { decline } from './writes.js';

interface CompareWordsProps {
  readonly asked: Asked;
  readonly onSame: () => void;
  readonly onEnd: (ended: Ended) => void;
}

/** Whether the request is that of the person in front of somebody. Other words end it at once. */
export function CompareWords({ asked, onSame, onEnd }: CompareWordsProps) {
  const say = useWords(openWords);
  const no = useMutation({ mutationFn: () => decline(asked.consent), onSuccess: () => onEnd({ kind: 'different', asked }) });
  return (
    <Page key="compare" title={say('compare')}>
      <p>{say('compareText')}</p>
      <ThreeWords words={asked.words} />
      {no.error === null ? null : <Trouble error={no.error} onRetry={() => no.mutate()} />}
      <div className="actions">
        <button className="main" onClick={onSame}>
          {say('same')}
        </button>
        <button className="warn" disabled={no.isPending} onClick={() => no.mutate()}>
          {say('different')}
        </button>
      </div>
    </Page>
  );
}
