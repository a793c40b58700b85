import { type ReactNode, Suspense, useRef } from 'react';
import { Link, Route, Routes, useLocation } from 'react-router';
import { isShanghai } from '../data/time.js';
import { Page } from '../parts/page.js';
import { useSession } from '../sign-in/use-session.js';
import { Caught } from '../states/caught.js';
import { Loading } from '../states/loading.js';
import { Notice } from '../states/notice.js';
import { SignInButton } from '../states/trouble.js';
import { useWords } from '../words/words.js';
import { Entry } from './entry.js';
import { Header } from './header.js';
import { ROOMS } from './room.js';
import { Welcome } from './welcome.js';
import { shellWords } from './words.js';

/** Everything around a page: the way past the header, the header, and the one main part. */
export function Shell() {
  const say = useWords(shellWords);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  return (
    <>
      <button className="skip" onClick={() => main.current?.focus()}>
        {say('skip')}
      </button>
      <Header />
      <EndsSoon />
      <main ref={main} tabIndex={-1}>
        <Inside>
          <Caught at={pathname}>
            <Suspense fallback={<Loading />}>
              <Routes>
                <Route path="/" element={<Entry />} />
                {ROOMS.map(({ path, Pages }) => (
                  <Route key={path} path={`/${path}/*`} element={<Pages />} />
                ))}
                <Route path="*" element={<Missing />} />
              </Routes>
            </Suspense>
          </Caught>
        </Inside>
      </main>
      <Zone />
    </>
  );
}

/** Whoever is writing something hears before it is gone that it will be. */
function EndsSoon() {
  const say = useWords(shellWords);
  const session = useSession();
  return (
    <p role="status" className="soon">
      {session.kind === 'in' && session.soon ? say('overSoon') : null}
    </p>
  );
}

/** Whose times these are, where the device has others. */
function Zone() {
  const say = useWords(shellWords);
  return useSession().kind !== 'in' || isShanghai() ? null : <footer>{say('zone')}</footer>;
}

/** Pages are for whoever is signed in; once the session is over nothing of them stays on the screen. */
function Inside({ children }: { readonly children: ReactNode }) {
  const say = useWords(shellWords);
  const session = useSession();
  switch (session.kind) {
    case 'checking':
      return <Loading />;
    case 'out':
      return <Welcome why={session.why} />;
    case 'over':
      return (
        <Notice title={say(session.why === 'elsewhere' ? 'outTitle' : 'overTitle')} text={say(session.why === 'elsewhere' ? 'outText' : 'overText')} urgent level="h1">
          <SignInButton />
        </Notice>
      );
    case 'in':
      return children;
  }
}

/** For whatever is no page. */
export function Missing() {
  const say = useWords(shellWords);
  return (
    <Page title={say('missingTitle')}>
      <p>{say('missingText')}</p>
      <Link className="button" to="/">
        {say('home')}
      </Link>
    </Page>
  );
}
