import { useSyncExternalStore } from 'react';
import { currentSession, onSession, type Session } from './session.js';

/** Whether somebody is signed in, as it changes. */
export const useSession = (): Session => useSyncExternalStore(onSession, currentSession);
