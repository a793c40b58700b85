import type { paths } from '../../../../libs/client/schema.js';
import { aheadBy } from '../data/clock.js';
import { inTime } from '../data/in-time.js';

/** Where this server has people sign in. `ahead`: by how many milliseconds its clock is before this device's. */
export type Place = paths['/v1/sign-in']['get']['responses'][200]['content']['application/json'] & { readonly ahead: number };

/** How strongly somebody signed in; the issuer's own words for it are mapped by the server. */
export type Level = keyof Place['acr'];

const LEVELS: readonly Level[] = ['al3', 'al2', 'al1'];

/** The level that an `acr` reaches; undefined for one that means nothing here. */
export const levelOf = ({ acr }: Place, asserted: unknown): Level | undefined => LEVELS.find((level) => acr[level].some((one) => one === asserted));

/** Asks the server, once a page. Rejects where it can't be reached; undefined where nobody can sign in on pages. */
export const askPlace = (): Promise<Place | undefined> => inTime(ask());

async function ask(): Promise<Place | undefined> {
  const answer = await fetch('/v1/sign-in', { headers: { accept: 'application/json' }, cache: 'no-store' });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return { ...((await answer.json()) as Omit<Place, 'ahead'>), ahead: aheadBy(answer) };
}
