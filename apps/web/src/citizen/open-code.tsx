import { useState } from 'react';
import { Page } from '../parts/page.js';
import { useWords } from '../words/words.js';
import type { Asked, Ended } from './asked.js';
import { CompareWords } from './compare-words.js';
import { Decide } from './decide.js';
import { EnterCode } from './enter-code.js';
import { openWords } from './open-words.js';
import { Outcome } from './outcome.js';
import { citizenWords } from './words.js';

type Step = { readonly at: 'enter' } | { readonly at: 'compare' | 'decide'; readonly asked: Asked } | { readonly at: 'ended'; readonly ended: Ended };

/** From a code to a decision: open, compare, see, decide. Each step is a page of its own with one question; nothing of it outlives this page. */
export function OpenCode() {
  const home = useWords(citizenWords);
  const say = useWords(openWords);
  const [step, setStep] = useState<Step>({ at: 'enter' });
  const end = (ended: Ended): void => setStep({ at: 'ended', ended });
  switch (step.at) {
    case 'enter':
      return (
        <Page key="enter" title={home('openCode')} back="/citizen">
          <p>{say('openIntro')}</p>
          <EnterCode onOpen={(asked) => setStep({ at: 'compare', asked })} />
        </Page>
      );
    case 'compare':
      return <CompareWords asked={step.asked} onSame={() => setStep({ at: 'decide', asked: step.asked })} onEnd={end} />;
    case 'decide':
      return <Decide asked={step.asked} onEnd={end} />;
    case 'ended':
      return <Outcome ended={step.ended} />;
  }
}
