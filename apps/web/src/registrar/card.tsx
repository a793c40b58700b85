import { Page } from '../parts/page.js';
import { QrCode } from '../parts/qr-code.js';
import { Spelled } from '../parts/spelled.js';
import { useWords } from '../words/words.js';
import { registrarWords } from './words.js';

/** What a card shows: what a clinic compares with the document, and codes for one sample each. */
export interface CardOf {
  readonly surname: string;
  readonly end: string;
  readonly codes: readonly string[];
}

/** A card to print, on one sheet of A4 or Letter. It lives as long as this page. */
export function Card({ card: { surname, end, codes }, onNext }: { readonly card: CardOf; readonly onNext: () => void }) {
  const say = useWords(registrarWords);
  return (
    <Page key="card" title={say('cardReady')}>
      <div className="unprinted">
        <p>{say('cardText', { count: codes.length })}</p>
        <p className="hint">{say('cardSame')}</p>
        <div className="actions">
          <button className="main" onClick={() => print()}>
            {say('print')}
          </button>
          <button onClick={onNext}>{say('another')}</button>
        </div>
      </div>
      <section className="sheet" aria-label={say('cardTitle')}>
        <h2>{say('cardTitle')}</h2>
        <p>
          <bdi>{say('cardFor', { surname, end })}</bdi>
        </p>
        <p>{say('cardUse')}</p>
        <ol>
          {codes.map((code, index) => (
            <li key={code}>
              <QrCode text={code} label={say('cardCode', { n: index + 1 })} />
              <p>
                <strong>{index + 1}</strong> <Spelled code={code} />
              </p>
            </li>
          ))}
        </ol>
      </section>
    </Page>
  );
}
