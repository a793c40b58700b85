import { useEffect } from 'react';
import type { Session } from '../sign-in/session.js';
import { Notice } from '../states/notice.js';
import { SignInButton } from '../states/trouble.js';
import seal from '../style/seal.svg';
import { useWords } from '../words/words.js';
import { shellWords } from './words.js';

type Why = Extract<Session, { readonly kind: 'out' }>['why'];

/** For whoever is not signed in: what this is, and how to begin. */
export function Welcome({ why }: { readonly why: Why }) {
  const say = useWords(shellWords);
  useEffect(() => {
    document.title = say('name');
  });
  useEffect(() => {
    if (why !== 'unreachable') return undefined;
    const anew = (): void => location.reload();
    addEventListener('online', anew);
    return () => removeEventListener('online', anew);
  }, [why]);
  if (why === 'nowhere') return <Notice tone="care" title={say('nowhereTitle')} text={say('nowhereText')} level="h1" />;
  if (why === 'unreachable')
    return (
      <Notice tone="care" title={say('offlineTitle')} text={say('offlineText')} urgent level="h1">
        <button onClick={() => location.reload()}>{say('tryAgain')}</button>
      </Notice>
    );
  return (
    <article className="page welcome">
      <img src={seal} alt="" width="96" height="96" />
      <h1>{say('welcome')}</h1>
      {why === 'failed' ? <Notice tone="care" title={say('signInFailedTitle')} text={say('signInFailedText')} urgent /> : <p>{say('welcomeText')}</p>}
      <SignInButton />
    </article>
  );
}
