import './style/index.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { HashRouter } from 'react-router';
import { queries } from './data/queries.js';
import { Announcer } from './parts/announcer.js';
import { keepFocus } from './parts/keep-focus.js';
import { goAhead } from './shell/ahead.js';
import { Shell } from './shell/shell.js';
import { beginSession, currentSession, onSession } from './sign-in/session.js';
import { beginWords } from './words/language.js';
import { keepShell } from './shell/keep-shell.js';

await beginWords();
// What was read for somebody is not there for whoever comes next.
onSession(() => {
  if (currentSession().kind !== 'in') queries.clear();
});
// First of all, so that the server is being asked while the rest is made ready.
const begun = beginSession();
goAhead();
const page = document.getElementById('page');
if (page === null) throw new Error('the shell has no page');
keepFocus();
createRoot(page).render(
  <QueryClientProvider client={queries}>
    <HashRouter>
      <Announcer>
        <Shell />
      </Announcer>
    </HashRouter>
  </QueryClientProvider>,
);
await begun;
keepShell();
