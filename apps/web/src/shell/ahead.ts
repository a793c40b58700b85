import { currentSession, isComingBack, onSession } from '../sign-in/session.js';
import { ROOMS } from './room.js';

/** Whoever comes back from the issuer waits for one thing at a time no longer than they must: what their page will need is on its way while they are signed in. */
export function goAhead(): void {
  const room = isComingBack() ? ROOMS.find(({ path }) => isTo(path)) : undefined;
  if (room?.ahead === undefined) return;
  const { pages, reads } = room.ahead;
  pages();
  const stop = onSession(() => {
    stop();
    if (currentSession().kind === 'in') reads();
  });
}

/** The first page leads most people to the first room. */
const isTo = (path: string): boolean => location.hash === '' || location.hash === '#/' || location.hash === `#/${path}`;
