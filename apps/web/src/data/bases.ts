import { queryOptions } from '@tanstack/react-query';
import { answered, api } from './api.js';
import { upToDate } from './positions.js';

/** Who may look at somebody, and at whom they may look. */
export const bases = queryOptions({ queryKey: ['bases'], queryFn: ({ signal }) => upToDate((query) => answered(api.GET('/v1/me/bases', { signal, params: { query } }))) });
