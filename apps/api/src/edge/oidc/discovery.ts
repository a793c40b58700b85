import { isRecord } from '../../../../../libs/domain/codec/index.js';

/** Where an issuer's keys and userinfo are. */
export interface IssuerEndpoints {
  readonly jwksUri: URL;
  readonly userinfoUri: URL;
}

/** Reads OpenID Connect Discovery 1.0. Rejects, naming what is missing; the document must be the configured issuer's own. */
export async function discover(issuer: string): Promise<IssuerEndpoints> {
  const response = await fetch(new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`), { redirect: 'error', signal: AbortSignal.timeout(5_000) });
  const document: unknown = await response.json();
  if (!isRecord(document) || document['issuer'] !== issuer) throw new Error('OIDC_ISSUER: its discovery document is not its own');
  return { jwksUri: endpoint(document, 'jwks_uri', 'OIDC_JWKS_URI'), userinfoUri: endpoint(document, 'userinfo_endpoint', 'OIDC_USERINFO_URI') };
}

function endpoint(document: Readonly<Record<string, unknown>>, name: string, variable: string): URL {
  const found = document[name];
  const url = typeof found === 'string' ? URL.parse(found) : null;
  if (url === null) throw new Error(`OIDC_ISSUER: its discovery document has no ${name}; set ${variable}`);
  return url;
}
