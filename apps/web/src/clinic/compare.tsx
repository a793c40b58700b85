import { useState } from 'react';
import type { Done } from '../data/types.js';
import { Page } from '../parts/page.js';
import { Unprinted } from '../parts/unprinted.js';
import { Notice } from '../states/notice.js';
import { useWords } from '../words/words.js';
import { clinicWords } from './words.js';

interface CompareProps {
  readonly shown: Done<'/v1/samples'>;
  readonly onNext: () => void;
}

/** Surname and the end of the number, large, to be compared with the document on the table; then they are gone. */
export function Compare({ shown: { surname, numberEnd, flagged }, onNext }: CompareProps) {
  const say = useWords(clinicWords);
  const [differs, setDiffers] = useState(false);
  if (differs) return <Differs onNext={onNext} />;
  return (
    <Page key="compare" title={say('compare')} back="/clinic">
      <Unprinted>
        <p>{say('compareText')}</p>
        <dl className="papers">
          <div>
            <dt>{say('surname')}</dt>
            <dd>
              <bdi>{surname}</bdi>
            </dd>
          </div>
          <div>
            <dt>{say('numberEnd')}</dt>
            <dd>
              <bdi>{numberEnd}</bdi>
            </dd>
          </div>
        </dl>
        {flagged ? <Notice tone="care" text={say('flagged')} /> : null}
        <div className="actions">
          <button className="main" onClick={onNext}>
            {say('fits')}
          </button>
          <button className="warn" onClick={() => setDiffers(true)}>
            {say('differs')}
          </button>
        </div>
      </Unprinted>
    </Page>
  );
}

function Differs({ onNext }: Pick<CompareProps, 'onNext'>) {
  const say = useWords(clinicWords);
  return (
    <Page key="differs" title={say('differsTitle')} back="/clinic">
      <Notice tone="stop" text={say('differsText')} urgent>
        <button className="main" onClick={onNext}>
          {say('anew')}
        </button>
      </Notice>
    </Page>
  );
}
