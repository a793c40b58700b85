import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '../data/api.js';
import { upToDate } from '../data/positions.js';
import type { Done, Read } from '../data/types.js';

/** Somebody at whom I may look, or asked to. */
export type Overlooked = Read<'/v1/me/bases'>['mine'][number];

/** A request as it was made: its code is shown once. `ahead`: by how many milliseconds the server's clock is before this device's. */
export type Request = Done<'/v1/consent-requests'> & { readonly ahead: number };

/** A claim to be a guardian, and what came of one. */
export type MyClaim = Read<'/v1/me/guardianships'>['claims'][number];
export type MyGuardianship = Read<'/v1/me/guardianships'>['guardianships'][number];

/** What I claimed, and whose guardian I am. */
export const guardianships = queryOptions({ queryKey: ['guardianships'], queryFn: ({ signal }) => upToDate((query) => answered(api.GET('/v1/me/guardianships', { signal, params: { query } }))) });
