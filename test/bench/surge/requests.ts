import { randomUUID } from 'node:crypto';
import { chance, zipf } from '../city/chance.js';
import type { City } from '../city/city.js';
import { askFor, basisOf } from '../view/oracle.js';
import type { Order } from './driver.js';

type Requests = Order['requests'];

const ORDERED = 20_000;
/** Bases from here on are not looked at but revoked. */
const KEPT_FOR_REVOKING = 0.8;

/** Looks at others, three in ten of which are refused: the dearest thing that many do. */
export function views(city: City): Requests {
  const random = chance(14);
  const looked = Math.floor(city.size.bases * KEPT_FOR_REVOKING);
  return Array.from({ length: ORDERED }, () => ({ method: 'POST' as const, ...askFor(city, Math.floor(random() * looked)) }));
}

/** Everybody shows their own code: the cheapest. */
export function codes(city: City): Requests {
  const next = zipf(city.size.signedIn, chance(15));
  return Array.from({ length: ORDERED }, () => ({ method: 'GET' as const, path: '/v1/me/code', token: city.tokens[next()] ?? '' }));
}

/** Grants that are live and whose subjects are signed in, to be revoked one after the other. */
export function revocable(city: City): readonly number[] {
  const from = Math.floor(city.size.bases * KEPT_FOR_REVOKING);
  const all = Array.from({ length: city.size.bases - from }, (_, index) => from + index);
  return all.filter((index) => basisOf(city, index).kind === 'live' && basisOf(city, index).subject < city.size.signedIn);
}

/** Each of these is revoked by whom it is about. */
export const revocations = (city: City, bases: readonly number[]): Requests =>
  bases.map((index) => {
    const { consent, subject } = basisOf(city, index);
    return { method: 'POST' as const, path: `/v1/consents/${consent}/revocation`, token: city.tokens[subject] ?? '', body: '{}', key: randomUUID() };
  });
