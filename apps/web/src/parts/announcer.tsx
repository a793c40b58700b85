import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useLocation } from 'react-router';
import { useSession } from '../sign-in/use-session.js';

const Announce = createContext<(text: string) => void>(() => undefined);

/** Says to screen readers what changed without the focus moving. */
export const useAnnounce = (): ((text: string) => void) => useContext(Announce);

/** The one live region of the pages: readers miss what is said in a region that has only just come. What it says is of one page and one session, and goes with them. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  const place = `${useSession().kind} ${pathname}`;
  const [said, setSaid] = useState({ place, text: '' });
  if (said.place !== place) setSaid({ place, text: '' });
  const announce = useCallback((text: string) => setSaid(({ place }) => ({ place, text })), []);
  return (
    <Announce.Provider value={announce}>
      {children}
      {/* Not hidden from readers behind a question: it says what became of its answer. */}
      <p role="status" className="unseen" data-live-announcer="true">
        {said.text}
      </p>
    </Announce.Provider>
  );
}
