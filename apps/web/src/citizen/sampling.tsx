import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, clocked, codeOf } from '../data/api.js';
import type { Done } from '../data/types.js';
import { inShanghai, left } from '../data/time.js';
import { useNow } from '../data/use-now.js';
import { useAnnounced } from '../parts/announcer.js';
import { Page } from '../parts/page.js';
import { QrCode } from '../parts/qr-code.js';
import { Spelled } from '../parts/spelled.js';
import { Loading } from '../states/loading.js';
import { Notice } from '../states/notice.js';
import { Trouble } from '../states/trouble.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { citizenWords } from './words.js';

/** A code to show where somebody is tested. Nothing is made before it is asked for: each is good for one sample. */
export function Sampling() {
  const say = useWords(citizenWords);
  // The same key for the same try: two presses at once make one code.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const issue = useMutation({
    mutationFn: () => clocked(api.POST('/v1/me/sampling-codes', { params: { header: { 'Idempotency-Key': key } }, body: {} })),
    onSettled: (_made, error) => {
      if (error === null || codeOf(error) !== undefined) setKey(crypto.randomUUID());
    },
  });
  return (
    <Page title={say('sampling')} back="/citizen">
      {issue.isIdle ? (
        <>
          <p>{say('samplingIntro')}</p>
          <button className="main wide" onClick={() => issue.mutate()}>
            {say('samplingShow')}
          </button>
        </>
      ) : null}
      {issue.isPending ? <Loading /> : null}
      {issue.isError ? <Trouble error={issue.error} onRetry={() => issue.mutate()} /> : null}
      {issue.data === undefined ? null : <Shown {...issue.data} onAgain={() => issue.mutate()} />}
    </Page>
  );
}

function Shown({ code, until, ahead, onAgain }: Done<'/v1/me/sampling-codes'> & { readonly ahead: number; readonly onAgain: () => void }) {
  const say = useWords(citizenWords);
  const language = useLanguage();
  const remaining = Date.parse(until) - useNow(ahead);
  useAnnounced(say('samplingLeft', { left: left(remaining) }));
  if (remaining <= 0)
    return (
      <Notice tone="care" title={say('samplingOver')} text={say('samplingOverText')} urgent>
        <button className="main" onClick={onAgain}>
          {say('samplingAgain')}
        </button>
      </Notice>
    );
  return (
    <div className="sampling">
      <QrCode text={code} label={say('samplingLabel')} />
      <p className="left unprinted" role="timer">
        {say('samplingLeft', { left: left(remaining) })}
      </p>
      <p className="printed">{say('samplingUntil', { at: inShanghai(language, 'time', until) })}</p>
      <p>{say('samplingText')}</p>
      <p>
        <Spelled code={code} />
      </p>
    </div>
  );
}
