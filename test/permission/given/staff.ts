import { DEVELOPMENT_ISSUER } from '../../../apps/issuer/issuer.js';
import { HOUR } from '../../../libs/kernel/index.js';
import { textIn, type World } from './world.js';

/** A duty, where, and for how many days (90). */
interface Post {
  readonly role: 'clinic' | 'registrar' | 'auditor';
  readonly institution: string;
  readonly days?: number;
}

/** Gives somebody of the cast a duty. */
export async function appoint(world: World, subject: string, duty: Post): Promise<void> {
  await world.does('registrar-he', 'al3', '/v1/registry/appointments', { issuer: DEVELOPMENT_ISSUER, subject, days: 90, ...duty });
}

/** Private dealings: one asked the other for a look, who opened the code. */
export async function tie(world: World, one: string, other: string): Promise<void> {
  const asked = await world.does(one, 'al2', '/v1/consent-requests', { scope: 'status', purpose: 'FAMRQT', until: world.in(HOUR), label: 'a tie' });
  await world.does(other, 'al2', '/v1/consent-codes/openings', { code: textIn(asked, 'code') });
  await world.settled();
}
