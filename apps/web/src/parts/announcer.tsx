import { createContext, type ReactNode, useContext, useState } from 'react';

const Announce = createContext<(text: string) => void>(() => undefined);

/** Says to screen readers what changed without the focus moving. */
export const useAnnounce = (): ((text: string) => void) => useContext(Announce);

/** The one live region of the pages: readers miss what is said in a region that has only just come. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState('');
  return (
    <Announce.Provider value={setSaid}>
      {children}
      {/* Not hidden from readers behind a question: it says what became of its answer. */}
      <p role="status" className="unseen" data-live-announcer="true">
        {said}
      </p>
    </Announce.Provider>
  );
}
