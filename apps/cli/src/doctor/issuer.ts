import type { OidcConfiguration } from '../../../../libs/configuration/index.js';
import { addressesOf } from '../../../api/src/issuers.js';
import { type Finding, ok, warn, wrong } from './finding.js';

const PATIENCE = 5_000;
/** As far as tokens' times may be off (apps/api/src/edge/oidc). */
const APART = 5_000;

interface Answer {
  readonly json: unknown;
  readonly apart: number;
}

/** Looks at whose sign-ins are taken: what a start asks of it, its keys, its clock. */
export async function lookAtIssuer(oidc: OidcConfiguration | undefined): Promise<readonly Finding[]> {
  if (oidc === undefined) return [ok('issuer', 'the development issuer: it starts with the instance')];
  try {
    const { jwksUri } = await addressesOf(oidc);
    return await lookAtKeys(String(jwksUri));
  } catch (error) {
    const says = error instanceof Error ? error.message : 'can not be asked';
    return [wrong('issuer', says, 'check OIDC_ISSUER letter by letter, and that this machine reaches it by https; what its discovery document lacks is set by OIDC_JWKS_URI and OIDC_USERINFO_URI')];
  }
}

async function lookAtKeys(address: string): Promise<readonly Finding[]> {
  const answer = await ask(address);
  const keys = member(answer?.json, 'keys');
  if (answer === undefined || !Array.isArray(keys) || keys.length === 0) return [wrong('issuer', 'its keys can not be read', 'check OIDC_JWKS_URI, or the jwks_uri of its discovery document: it must answer a key set, without redirecting')];
  const clock = Math.abs(answer.apart) > APART ? [warn('issuer', `its clock is ${Math.round(answer.apart / 1_000)} s from ours`, 'let this machine take its time from NTP: tokens would seem too young or too old')] : [];
  return [ok('issuer', `its ${keys.length} keys can be read`), ...clock];
}

/** What an address answers; undefined where it doesn't, or not with JSON. */
async function ask(address: string): Promise<Answer | undefined> {
  try {
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
    const apart = Date.parse(answer.headers.get('date') ?? '') - Date.now();
    return answer.ok ? { json: await answer.json(), apart: Number.isNaN(apart) ? 0 : apart } : undefined;
  } catch {
    return undefined;
  }
}

const member = (json: unknown, name: string): unknown => Reflect.get(Object(json), name);
