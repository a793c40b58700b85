import type { OidcConfiguration } from '../../../../libs/configuration/index.js';
import { type Finding, ok, warn, wrong } from './finding.js';

const PATIENCE = 5_000;
/** As far as tokens' times may be off (apps/api/src/edge/oidc). */
const APART = 5_000;

interface Answer {
  readonly json: unknown;
  readonly apart: number;
}

/** Looks at whose sign-ins are taken: its discovery document, its keys, its clock. */
export async function lookAtIssuer(oidc: OidcConfiguration | undefined): Promise<readonly Finding[]> {
  if (oidc === undefined) return [ok('issuer', 'the development issuer: it starts with the instance')];
  if (oidc.jwksUri !== undefined) return lookAtKeys(String(oidc.jwksUri));
  const discovery = await ask(`${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (member(discovery?.json, 'issuer') === oidc.issuer) return lookAtKeys(String(member(discovery?.json, 'jwks_uri')));
  const says = discovery === undefined ? 'its discovery document can not be read' : 'its discovery document is of another issuer';
  return [wrong('issuer', says, 'check OIDC_ISSUER letter by letter, and that this machine reaches it by https; or set OIDC_JWKS_URI and OIDC_USERINFO_URI')];
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
