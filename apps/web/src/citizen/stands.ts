import type { Name, Onlooker } from '../data/types.js';

/** What has yet to begin: a guardianship of which others were told first. */
export const isEarly = ({ state, from }: Onlooker, now: number): boolean => state === 'live' && from !== null && now < Date.parse(from);

/** What nobody can use any more: it was ended, or its time was over while the page stood there. */
export const isOver = ({ state, until }: Onlooker, now: number): boolean => state === 'ended' || state === 'declined' || (until !== null && now >= Date.parse(until));

/** Whether somebody can see something at this instant. */
export const seesNow = (one: Onlooker, now: number): boolean => one.state === 'live' && !isEarly(one, now) && !isOver(one, now);

/** A guardianship is ended by registrars alone. */
export const canBeTakenBack = ({ kind, state }: Onlooker): boolean => kind === 'consent' && state === 'live';

/** Whether it was ever agreed to: a request that was only opened, or said no to, never was. */
export const wasAgreedTo = ({ kind, state }: Onlooker): boolean => kind === 'consent' && state !== 'opened' && state !== 'declined';

/** What tells people apart here: their verified name, for a list says no more of them. */
const nameOf = (viewer: Name | null): string => JSON.stringify(viewer === null ? null : [viewer.family, viewer.given, viewer.familyLatin, viewer.givenLatin]);

/** By what else whoever has, had or asked for this basis can see something at this instant. */
export const restOf = ({ basis, viewer }: Pick<Onlooker, 'basis' | 'viewer'>, all: readonly Onlooker[], now: number): readonly Onlooker[] =>
  all.filter((one) => one.basis !== basis && nameOf(one.viewer) === nameOf(viewer) && seesNow(one, now));

/** How many people can see something at this instant; whose name cannot be read counts once for each basis. */
export const seeingNow = (all: readonly Onlooker[], now: number): number => new Set(all.filter((one) => seesNow(one, now)).map(({ basis, viewer }) => (viewer === null ? basis : nameOf(viewer)))).size;
