import { createContext, type ReactNode, useCallback, useContext, useEffect, useEffectEvent, useState } from 'react';
import { useLocation } from 'react-router';
import { useSession } from '../sign-in/use-session.js';

const Announce = createContext<(text: string) => void>(() => undefined);

/** Says to screen readers what changed without the focus moving. */
export const useAnnounce = (): ((text: string) => void) => useContext(Announce);

/** Tells them once that what they waited for is there. */
export function useAnnounced(text: string): void {
  const announce = useAnnounce();
  const say = useEffectEvent(() => announce(text));
  useEffect(() => say(), []);
}

/** The one live region of the pages: readers miss what is said in a region that has only just come. What it says is of one page and one session, and goes with them. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  const place = `${useSession().kind} ${pathname}`;
  const [said, setSaid] = useState({ place, text: '', times: 0 });
  if (said.place !== place) setSaid({ place, text: '', times: 0 });
  const announce = useCallback((text: string) => setSaid(({ place, times }) => ({ place, text, times: times + 1 })), []);
  return (
    <Announce.Provider value={announce}>
      {children}
      {/* Not hidden from readers behind a question: it says what became of its answer. */}
      <p role="status" className="unseen" data-live-announcer="true">
        {/* Each time anew: the same words a second time are no change, and readers would be told nothing. */}
        <span key={said.times}>{said.text}</span>
      </p>
    </Announce.Provider>
  );
}
