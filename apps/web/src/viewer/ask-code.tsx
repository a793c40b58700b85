import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { bases } from '../data/bases.js';
import { inShanghai, left } from '../data/time.js';
import { useNow } from '../data/use-now.js';
import { useAnnounce } from '../parts/announcer.js';
import { Page } from '../parts/page.js';
import { QrCode } from '../parts/qr-code.js';
import { Spelled } from '../parts/spelled.js';
import { ThreeWords } from '../parts/three-words.js';
import { Notice } from '../states/notice.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { askWords } from './ask-words.js';
import type { Request } from './reads.js';

/** How often it is asked whether they agreed, in milliseconds. */
const EVERY = 5_000;

interface AskCodeProps {
  readonly request: Request;
  readonly onAgain: () => void;
}

/** The code, as picture and as text, for as long as it is good; and what both screens compare. */
export function AskCode({ request, onAgain }: AskCodeProps) {
  const say = useWords(askWords);
  const language = useLanguage();
  const rest = Date.parse(request.codeUntil) - useNow(request.ahead);
  const { data } = useQuery({ ...bases, refetchInterval: rest > 0 ? EVERY : false });
  const now = useNow(data?.ahead);
  const granted = data?.mine.find(({ basis, state }) => basis === request.consent && state === 'granted');
  const agreed = granted !== undefined;
  const agreedText = (from: string | null, at: number): string => (from === null || Date.parse(from) <= at ? say('agreedText') : say('agreedLater', { at: inShanghai(language, 'both', from) }));
  const title = say(agreed ? 'agreed' : rest > 0 ? 'shown' : 'over');
  return (
    <Page key="code" title={title} back="/viewer">
      {agreed ? (
        <Notice text={agreedText(granted.from, now)} urgent>
          <Link className="button main" to="/viewer">
            {say('toList')}
          </Link>
        </Notice>
      ) : rest > 0 ? (
        <Handed request={request} rest={rest} />
      ) : (
        <Notice tone="care" text={say('overText')} urgent>
          <button className="main" onClick={onAgain}>
            {say('again')}
          </button>
        </Notice>
      )}
    </Page>
  );
}

function Handed({ request: { code, words }, rest }: { readonly request: Request; readonly rest: number }) {
  const say = useWords(askWords);
  return (
    <>
      <p>{say('shownText')}</p>
      <div className="sampling">
        <QrCode text={code} label={say('qrLabel')} />
        <p className="left" role="timer" aria-live="off">
          {say('left', { left: left(rest) })}
        </p>
        <h2>{say('code')}</h2>
        <p>
          <Spelled code={code} />
        </p>
        <Copy code={code} />
      </div>
      <section className="over">
        <h2>{say('compare')}</h2>
        <p>{say('compareText')}</p>
        <ThreeWords words={words} />
      </section>
      <p className="hint">{say('keep')}</p>
    </>
  );
}

function Copy({ code }: { readonly code: string }) {
  const say = useWords(askWords);
  const announce = useAnnounce();
  const [came, setCame] = useState<'copied' | 'notCopied'>();
  const tell = (came: 'copied' | 'notCopied'): void => {
    setCame(came);
    announce(say(came));
  };
  // Where the browser does not let anybody copy, the code is there to be marked.
  const copy = (): void => void navigator.clipboard.writeText(code).then(
    () => tell('copied'),
    () => tell('notCopied'),
  );
  return (
    <>
      <button onClick={copy}>{say('copy')}</button>
      {came === undefined ? null : <p className="hint">{say(came)}</p>}
    </>
  );
}
