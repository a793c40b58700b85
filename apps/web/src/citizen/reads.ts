import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, codeOf } from '../data/api.js';
import { type AtLeast, upToDate } from '../data/positions.js';
import { queries } from '../data/queries.js';
import type { Read } from '../data/types.js';

const MINUTE = 60_000;

/** In milliseconds: what was read ahead of the first page is not asked for again by it. */
const JUST_READ = 2_000;

/** Who somebody is here; null until they are enrolled. */
export const me = queryOptions({
  queryKey: ['me'],
  staleTime: JUST_READ,
  queryFn: ({ signal }) =>
    answered(api.GET('/v1/me', { signal })).catch((error: unknown) => {
      if (codeOf(error) === 'not-enrolled') return null;
      throw error;
    }),
});

/** A code as it was read. `ahead`: by how many milliseconds the server's clock is before this device's. */
export type Code = Read<'/v1/me/code'> & { readonly ahead: number };

/** Until when it is known to be so, by the server's clock (milliseconds): not past its own end, and for no longer than it takes to ask again. */
export const knownUntil = ({ asOf, validUntil }: Code): number => Math.min(Date.parse(asOf) + MINUTE * 1.5, validUntil === null ? Infinity : Date.parse(validUntil));

/** Their code. Asked for every minute: a result may have come. */
export const code = queryOptions({
  queryKey: ['code'],
  staleTime: JUST_READ,
  queryFn: async ({ signal }): Promise<Code> => {
    const found = await upToDate((query) => answered(api.GET('/v1/me/code', { signal, params: { query } })));
    return { ...found, ahead: Date.parse(found.asOf) - Date.now() };
  },
  refetchInterval: MINUTE,
});

/** Their results. */
export const results = queryOptions({ queryKey: ['results'], queryFn: ({ signal }) => upToDate((query) => answered(api.GET('/v1/me/results', { signal, params: { query } }))) });

/** Who looked, page by page, newest first. */
export const disclosures = infiniteQueryOptions({
  queryKey: ['disclosures'],
  initialPageParam: '',
  queryFn: ({ signal, pageParam }) => {
    const page = (query: AtLeast | { readonly before: string }) => answered(api.GET('/v1/me/disclosures', { signal, params: { query } }));
    return pageParam === '' ? upToDate(page) : page({ before: pageParam });
  },
  getNextPageParam: ({ next }) => next,
});

/** What the first page shows, before it is there. */
export function readAhead(): void {
  void queries.prefetchQuery(me);
  void queries.prefetchQuery(code);
}
