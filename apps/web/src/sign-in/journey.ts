import * as oauth from 'oauth4webapi';
import { inTime } from '../data/in-time.js';
import type { Level, Place } from './place.js';

/** What has to outlive the way to the issuer and back; nothing of it says who somebody is, and it is gone when they are back. */
interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The page that they left. */
  readonly back: string;
  /** They were asked who they are. */
  readonly anew: boolean;
  /** What said, when they left, that somebody had signed out on this device. */
  readonly signedOut: string | null;
}

/** Who came back, with what. */
export interface Arrived {
  readonly accessToken: string;
  readonly idToken: string | undefined;
  readonly acr: unknown;
  /** Whom the issuer means (`sub`). */
  readonly subject: string;
  /** Milliseconds. */
  readonly goodFor: number;
}

const PENDING = 'xinma.pending';
/** What this server takes access tokens by (apps/api/src/edge/oidc/README.md). */
const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'];
const QUARTER_OF_AN_HOUR = 900;

/** How somebody is sent to sign in. */
export interface Way {
  /** `none`: only where the issuer still knows them, without a page of its own; `login`: asks who they are even where it knows somebody. */
  readonly prompt?: 'none' | 'login' | undefined;
  readonly level?: Level;
  readonly back: string;
  /** What says that somebody signed out on this device, if anybody did. */
  readonly signedOut: string | null;
}

const home = (): string => `${location.origin}/`;

/** Leaves for the issuer: authorization code with PKCE (RFC 7636), for this API (RFC 8707). */
export async function leave(place: Place, { prompt, level = 'al1', back, signedOut }: Way): Promise<void> {
  const pending: Pending = { state: oauth.generateRandomState(), nonce: oauth.generateRandomNonce(), verifier: oauth.generateRandomCodeVerifier(), back, anew: prompt === 'login', signedOut };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const to = new URL(place.authorization);
  const asked = {
    response_type: 'code',
    // Behind the #: what comes back reaches no server and no log.
    response_mode: 'fragment',
    client_id: place.clientId,
    redirect_uri: home(),
    scope: place.scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    ...(place.resource === null ? {} : { resource: place.resource }),
    ...(prompt === undefined ? {} : { prompt }),
    // Any level will do, and the answer says which it was.
    ...(place.acr[level].length === 0 ? {} : { acr_values: place.acr[level].join(' ') }),
  };
  for (const [name, value] of Object.entries(asked)) to.searchParams.set(name, value);
  location.assign(to);
}

/** What the issuer sent back with; undefined where nobody comes from there. The address is clean afterwards, also for the history. */
export function comeBack(): { readonly answer: URLSearchParams; readonly pending: Pending } | undefined {
  const answer = new URLSearchParams(location.hash.slice(1));
  const kept = sessionStorage.getItem(PENDING);
  sessionStorage.removeItem(PENDING);
  if (!answer.has('state')) return undefined;
  const pending = kept === null ? undefined : (JSON.parse(kept) as Pending);
  history.replaceState(null, '', `/${pending?.back ?? ''}`);
  return pending === undefined ? undefined : { answer, pending };
}

/** Changes the code for tokens. Rejects where the issuer said no or nothing, or where this is not the answer to our question. */
export const arrive = (place: Place, back: NonNullable<ReturnType<typeof comeBack>>): Promise<Arrived> => inTime(changed(place, back));

async function changed(place: Place, { answer, pending }: { readonly answer: URLSearchParams; readonly pending: Pending }): Promise<Arrived> {
  const server: oauth.AuthorizationServer = { issuer: place.issuer, token_endpoint: place.token, id_token_signing_alg_values_supported: ALGORITHMS };
  // By the server's clock: this device's may be hours early, and whoever has it would be let in nowhere.
  const client: oauth.Client = { client_id: place.clientId, [oauth.clockSkew]: Math.trunc(place.ahead / 1_000) };
  const good = oauth.validateAuthResponse(server, client, answer, pending.state);
  const options = { [oauth.allowInsecureRequests]: isHere(place.token), ...(place.resource === null ? {} : { additionalParameters: { resource: place.resource } }) };
  const reply = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), good, home(), pending.verifier, options);
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, reply, { expectedNonce: pending.nonce });
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  return { accessToken: tokens.access_token, idToken: tokens.id_token, acr: claims?.['acr'], subject: claims?.sub ?? '', goodFor: (tokens.expires_in ?? QUARTER_OF_AN_HOUR) * 1_000 };
}

/** Ends the session at the issuer, too, where it has a place for that. As a form: an address would show who it was to logs and to whoever opens the history. */
export function leaveForGood({ endSession, clientId }: Place, idToken: string | undefined): void {
  if (endSession === null) return location.reload();
  const form = document.createElement('form');
  form.method = 'post';
  form.action = endSession;
  for (const [name, value] of Object.entries({ client_id: clientId, post_logout_redirect_uri: home(), ...(idToken === undefined ? {} : { id_token_hint: idToken }) })) {
    const field = document.createElement('input');
    field.type = 'hidden';
    Object.assign(field, { name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

/** The development issuer has no TLS, and needs none: what it says doesn't leave the machine. */
const isHere = (address: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
