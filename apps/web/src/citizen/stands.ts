import type { Onlooker } from '../data/types.js';

/** What has yet to begin: a guardianship of which others were told first. */
export const isEarly = ({ state, from }: Onlooker, now: number): boolean => state === 'live' && from !== null && now < Date.parse(from);

/** Whether somebody can see something at this instant. */
export const seesNow = (one: Onlooker, now: number): boolean => one.state === 'live' && !isEarly(one, now);

/** A guardianship is ended by registrars alone. */
export const canBeTakenBack = ({ kind, state }: Onlooker): boolean => kind === 'consent' && state === 'live';

/** Whether it was ever agreed to: a request that was only opened, or said no to, never was. */
export const wasAgreedTo = ({ kind, state }: Onlooker): boolean => kind === 'consent' && state !== 'opened' && state !== 'declined';
