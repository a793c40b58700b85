import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { Link } from 'react-router';
import { shellWords } from '../shell/words.js';
import { useWords } from '../words/words.js';

let opened = false;

interface PageProps {
  readonly title: string;
  /** What the heading says in its place where it names somebody: titles go into the browser's history. */
  readonly heading?: string;
  /** Where the way back leads; absent on the first page of a room. */
  readonly back?: string;
  readonly children: ReactNode;
}

/** A page of a room. Its heading takes the focus when somebody comes to it, so that a reader starts there; the title never says anything about a person. */
export function Page({ title, heading: named = title, back, children }: PageProps) {
  const say = useWords(shellWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${say('name')}`;
  });
  // As it appears: later it would take the focus from whoever was quicker.
  useLayoutEffect(() => {
    if (opened) heading.current?.focus();
    else opened = true;
    scrollTo(0, 0);
  }, []);
  return (
    <article className="page">
      {back === undefined ? null : (
        <Link className="back" to={back}>
          <span aria-hidden="true">‹</span> {say('back')}
        </Link>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {named}
      </h1>
      {children}
    </article>
  );
}
