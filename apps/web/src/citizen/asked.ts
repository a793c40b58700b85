import type { Done, Scope } from '../data/types.js';

/** What a code says once it is open. `ahead`: by how many milliseconds the server's clock is before this device's. */
export type Asked = Done<'/v1/consent-codes/openings'> & { readonly ahead: number };

/** What is given: what was asked for, or less. */
export interface Given {
  readonly scope: Scope;
  /** RFC 3339. */
  readonly until: string;
}

/** What was given. */
export interface Granted extends Given {
  /** RFC 3339; undefined where it began at once. A minor's results reach their own guardian a day later. */
  readonly from: string | undefined;
}

/** What became of a request. */
export type Ended = { readonly asked: Asked } & ({ readonly kind: 'granted'; readonly granted: Granted } | { readonly kind: 'refused' | 'different' });
