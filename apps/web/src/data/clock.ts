import { PATIENCE } from './in-time.js';

const SECOND = 1_000;

/**
 * By how many milliseconds the server's clock is before this device's, as an answer of its says (RFC 9110, `Date`: whole seconds); never less than it is, so that nothing that has begun is
 * yet to come; nothing where the device's may only have gone on while the answer was on its way.
 */
export function aheadBy({ headers }: Response, now = Date.now()): number {
  const ahead = Date.parse(headers.get('date') ?? '') + SECOND - now;
  return ahead > 0 || ahead < -PATIENCE ? ahead : 0;
}
