import { answered, api, clocked } from '../data/api.js';
import { passed } from '../data/positions.js';
import { queries } from '../data/queries.js';
import type { Asked, Given, Granted } from './asked.js';

const MINUTE = 60_000;

/** Opens a code that was handed over: its request then stands with whoever opened it. */
export async function openCode(code: string): Promise<Asked> {
  const asked = await clocked(api.POST('/v1/consent-codes/openings', { body: { code } }));
  done(asked);
  return asked;
}

/** Says no to a request. */
export async function decline(consent: string): Promise<void> {
  done(await answered(api.POST('/v1/consents/{id}/decline', { params: { path: { id: consent } }, body: {} })));
}

/** Agrees to a request, or to less than it asks for. */
export async function grant({ consent, purpose }: Asked, { scope, until }: Given): Promise<Granted> {
  const granted = await clocked(api.POST('/v1/consents/{id}/grant', { params: { path: { id: consent } }, body: { scope, purpose, until } }));
  done(granted);
  const isLater = Date.parse(granted.from) > Date.now() + granted.ahead + MINUTE;
  return { scope: granted.scope, from: isLater ? granted.from : undefined, until: granted.until };
}

/** What was read before it is no longer so. */
function done({ position }: { readonly position: string }): void {
  passed(position);
  void queries.invalidateQueries();
}
