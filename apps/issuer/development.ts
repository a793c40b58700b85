import type { Assurance } from '../../libs/application/request.js';

/** Whatever port it listens on: account ids derive from it, so it must never change. */
export const DEVELOPMENT_ISSUER = 'https://issuer.xinma.invalid';

/** For whom its tokens are. */
export const DEVELOPMENT_AUDIENCE = 'https://api.xinma.invalid';

/** The grant that signs somebody of the cast in without a browser. */
export const AS_GRANT = 'urn:xinma:development:as';

/** The one client that may use it; it has no secret. */
export const DEVELOPMENT_CLIENT = 'xinma-development';

/** What the web pages are here. They are served from whatever port is free, so their address is registered without one (RFC 8252, 7.3). */
export const DEVELOPMENT_WEB_CLIENT = 'xinma-web';

/** Where a running issuer's keys and userinfo are, and where it signs people in. */
export const endpointsOf = (address: string) => ({
  jwksUri: new URL('/jwks', address),
  userinfoUri: new URL('/userinfo', address),
  web: { clientId: DEVELOPMENT_WEB_CLIENT, scope: 'openid', authorization: new URL('/auth', address), token: new URL('/token', address), endSession: new URL('/session/end', address) },
});

/** Asks a running issuer for an access token. Rejects for a name that is not in its cast. */
export async function tokenAs(address: string, name: string, acr?: Assurance): Promise<string> {
  const form = new URLSearchParams({ grant_type: AS_GRANT, client_id: DEVELOPMENT_CLIENT, name, ...(acr === undefined ? {} : { acr }) });
  const response = await fetch(new URL('/token', address), { method: 'POST', body: form });
  const answer = (await response.json()) as { access_token?: unknown };
  if (typeof answer.access_token !== 'string') throw new Error(`nobody in the cast is called ${name}`);
  return answer.access_token;
}
