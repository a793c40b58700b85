import type { Status } from '../data/types.js';

const SIGNS: Readonly<Record<Status, string>> = { clear: 'M6 12.500l4 4 8-9', retest: 'M18 9a6.500 6.500 0 1 0 .8 4.500M18.500 5v4.300h-4.300', positive: 'M12 6v12M6 12h12', 'no-current-result': 'M6.500 12h11' };

/** A shape for each status: never a colour alone. */
export function StatusSign({ status }: { readonly status: Status }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24">
      <circle cx="12" cy="12" r="11" />
      <path d={SIGNS[status]} />
    </svg>
  );
}
