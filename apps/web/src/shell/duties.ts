import { queryOptions, useQuery } from '@tanstack/react-query';
import { answered, api } from '../data/api.js';
import { type Room, ROOMS } from './room.js';

/** What somebody is appointed to. Only a hint of which rooms to offer: the API asks again for each request. */
export const duties = queryOptions({ queryKey: ['duties'], staleTime: 60_000, queryFn: ({ signal }) => answered(api.GET('/v1/me/duties', { signal })) });

/** The rooms of whoever has these duties. */
export function roomsOf(held: readonly { readonly role: string }[]): readonly Room[] {
  const roles = new Set<string | undefined>([undefined, ...held.map(({ role }) => role)]);
  return ROOMS.filter(({ role }) => roles.has(role));
}

/** The other rooms of whoever is signed in, seen from one of them; of duties that nobody could read there are none. */
export function useOtherRooms(here: string): readonly Room[] {
  const { data } = useQuery(duties);
  return roomsOf(data?.duties ?? []).filter(({ path }) => path !== here);
}
