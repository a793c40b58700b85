import { randomBytes } from 'node:crypto';
import { DEVELOPMENT_ISSUER } from '../../../apps/issuer/issuer.js';
import { DAY, HOUR } from '../../../libs/kernel/index.js';
import { child, claimOf } from './registry.js';
import type { World } from './world.js';

/** 32 hex digits, like most ids. */
export const hex = (): string => randomBytes(16).toString('hex');

/** An id of the kind that the route takes, and that nobody has. */
export function unusedId(route: string): string {
  if (/\/(consents|bases)\//.test(route)) return `c_${hex()}`;
  return route.includes('/guardianships/') ? `g_${hex()}-1` : hex();
}

/** A body that the route takes, by the path as the document names it; routes that are not here take none. */
export function bodyOf(path: string, world: World): object {
  const person = child('1990-01-01');
  const terms = { scope: 'status', purpose: 'FAMRQT', until: world.in(HOUR) };
  const result = { test: 'LP6464-4', result: '260415000', collectedAt: world.in(-HOUR), reportedAt: world.in(-HOUR) };
  const account = { issuer: DEVELOPMENT_ISSUER, subject: `somebody-${hex()}` };
  const bodies: Readonly<Record<string, object>> = {
    '/v1/consent-requests': { ...terms, label: 'Mum' },
    '/v1/consent-codes/openings': { code: randomBytes(32).toString('base64url') },
    '/v1/consents/{id}/grant': terms,
    '/v1/bases/{basis}/views': { scope: 'status', purpose: 'FAMRQT' },
    '/v1/guardianships': claimOf(person),
    '/v1/registry/claims/{id}/proposal': { reviewAt: world.in(400 * DAY) },
    '/v1/registry/claims/{id}/closing': { reason: 'unreadable' },
    '/v1/registry/guardianships/{id}/suspension': { reason: 'a paper' },
    '/v1/registry/guardianships/{id}/reinstatement': { reason: 'a paper' },
    '/v1/registry/guardianships/{id}/end': { reason: 'a paper' },
    '/v1/registry/enrolments': person,
    '/v1/registry/account-links': { ...person, ...account },
    '/v1/registry/appointments': { ...account, role: 'clinic', institution: 'haidian-clinic', days: 30 },
    '/v1/samples': { code: randomBytes(16).toString('base64url'), barcode: hex() },
    '/v1/samples/by-barcode': { barcode: hex() },
    '/v1/results/imports': { tg: '840539006', tt: 'LP6464-4', tr: '260415000', sc: world.in(-HOUR), ci: hex() },
    '/v1/results/{id}/correction': { ...result, reason: 'mixed up' },
    '/v1/results/{id}/withdrawal': { reason: 'contaminated' },
  };
  return bodies[path] ?? {};
}
