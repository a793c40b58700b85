import { useState } from 'react';
import { Page } from '../parts/page.js';
import { Notice } from '../states/notice.js';
import { useWords } from '../words/words.js';
import { Correct } from './correct.js';
import { Withdraw } from './withdraw.js';
import type { Tube } from './tube.js';
import { clinicWords } from './words.js';

interface TubeActsProps {
  readonly tube: Tube;
  readonly onNext: () => void;
}

type Step = 'choose' | 'correct' | 'withdraw' | 'corrected' | 'withdrawn';

/** How a tube stands, and what can be done with its result. */
export function TubeActs({ tube, onNext }: TubeActsProps) {
  const say = useWords(clinicWords);
  const [step, setStep] = useState<Step>('choose');
  switch (step) {
    case 'choose':
      return <Stands tube={tube} onNext={onNext} onAct={setStep} />;
    case 'correct':
      return <Correct tube={tube} onDone={() => setStep('corrected')} onLeave={() => setStep('choose')} />;
    case 'withdraw':
      return <Withdraw tube={tube} onDone={() => setStep('withdrawn')} onLeave={() => setStep('choose')} />;
    case 'corrected':
    case 'withdrawn':
      return (
        <Page key="done" title={say(step === 'corrected' ? 'corrected' : 'withdrawn')} back="/clinic">
          <Notice text={say(step === 'corrected' ? 'correctedText' : 'withdrawnText')}>
            <button className="main" onClick={onNext}>
              {say('nextTube')}
            </button>
          </Notice>
        </Page>
      );
  }
}

const STATES = { registered: 'stateRegistered', reported: 'stateReported', withdrawn: 'stateWithdrawn' } as const;
const TEXTS = { registered: 'stateRegisteredText', reported: undefined, withdrawn: 'stateWithdrawnText' } as const;

interface StandsProps extends TubeActsProps {
  readonly onAct: (step: Step) => void;
}

function Stands({ tube: { barcode, state, locked }, onNext, onAct }: StandsProps) {
  const say = useWords(clinicWords);
  const text = TEXTS[state];
  return (
    <Page key="tube" title={say('amend')} back="/clinic">
      <section className="card">
        <h2>
          <bdi>{say('tube', { barcode })}</bdi>
        </h2>
        <p>{say(STATES[state])}</p>
        {text === undefined ? null : <p className="hint">{say(text)}</p>}
      </section>
      {locked ? <Notice tone="care" title={say('locked')} text={say('lockedText')} /> : null}
      <div className="actions">
        {state === 'reported' && !locked ? (
          <button className="main" onClick={() => onAct('correct')}>
            {say('correct')}
          </button>
        ) : null}
        {state === 'reported' ? (
          <button className="warn" onClick={() => onAct('withdraw')}>
            {say('withdraw')}
          </button>
        ) : null}
        <button onClick={onNext}>{say('nextTube')}</button>
      </div>
    </Page>
  );
}
