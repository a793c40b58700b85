import { queryOptions } from '@tanstack/react-query';
import { api, clocked } from './api.js';
import { upToDate } from './positions.js';

/** Who may look at somebody, and at whom they may look. `ahead`: by how much the server's clock is before this device's. */
export const bases = queryOptions({ queryKey: ['bases'], queryFn: ({ signal }) => upToDate((query) => clocked(api.GET('/v1/me/bases', { signal, params: { query } }))) });
