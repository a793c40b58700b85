import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answered, api, codeOf } from '../data/api.js';
import { EVERY, PATIENCE, SELDOM } from '../data/lag.js';
import { Page } from '../parts/page.js';
import { Notice } from '../states/notice.js';
import { Trouble } from '../states/trouble.js';
import { useWords } from '../words/words.js';
import { me } from './reads.js';
import { citizenWords } from './words.js';

/** For somebody who is signed in and not enrolled: one button, because everything else is known where they sign in. */
export function Enrol() {
  const say = useWords(citizenWords);
  const enrol = useMutation({ mutationFn: () => answered(api.POST('/v1/enrolments', { body: {} })) });
  return (
    <Page title={say('enrol')}>
      {enrol.isError ? <NotTaken error={enrol.error} onRetry={() => enrol.mutate()} /> : null}
      {enrol.isSuccess ? <Taken /> : null}
      {enrol.isIdle || enrol.isPending ? (
        <>
          <p>{say('enrolText')}</p>
          <button className="main wide" disabled={enrol.isPending} onClick={() => enrol.mutate()}>
            {say('enrolAct')}
          </button>
        </>
      ) : null}
    </Page>
  );
}

/** It is on its way. The server says no more than that to anybody, so whoever is not enrolled after a while is sent to a counter. */
function Taken() {
  const say = useWords(citizenWords);
  const [late, setLate] = useState(false);
  useQuery({ ...me, refetchInterval: late ? SELDOM : EVERY });
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return late ? <Notice tone="care" title={say('enrolSlow')} text={say('enrolSlowText')} urgent /> : <p role="status">{say('enrolWaiting')}</p>;
}

function NotTaken({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const say = useWords(citizenWords);
  if (codeOf(error) === 'identity-unverified') return <Notice tone="care" title={say('unverified')} text={say('unverifiedText')} urgent />;
  return <Trouble error={error} onRetry={onRetry} />;
}
