import { randomBytes } from 'node:crypto';
import { createLocalJWKSet, type JWK, jwtVerify } from 'jose';
import { type ClientMetadata, type Configuration, errors, interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { ASSURANCE, type Assurance } from '../../libs/application/request.js';
import type { CastMember } from './cast.js';
import { AS_GRANT, DEVELOPMENT_AUDIENCE, DEVELOPMENT_CLIENT, DEVELOPMENT_ISSUER, DEVELOPMENT_WEB_CLIENT } from './development.js';
import { addPages, signOut } from './pages/pages.js';
import { InMemory } from './in-memory.js';
import { userinfo } from './verified-claims.js';

/** How long an access token is good. */
const TOKEN_SECONDS = 900;
/** How long a browser stays signed in here. */
const SESSION_SECONDS = 8 * 3_600;

const PUBLIC = { token_endpoint_auth_method: 'none', id_token_signed_response_alg: 'ES256' } as const;
/** Where pages that run on this machine may be sent back to, on any port. */
const HERE = ['http://127.0.0.1/', 'http://localhost/', 'http://[::1]/'];
const CLIENTS: ClientMetadata[] = [
  { ...PUBLIC, client_id: DEVELOPMENT_CLIENT, grant_types: [AS_GRANT], redirect_uris: [], response_types: [] },
  { ...PUBLIC, client_id: DEVELOPMENT_WEB_CLIENT, application_type: 'native', grant_types: ['authorization_code'], redirect_uris: HERE, post_logout_redirect_uris: HERE, response_types: ['code'] },
];

type Cast = ReadonlyMap<string, CastMember>;

/** The one API that its tokens are for. */
const RESOURCE = { scope: 'openid', audience: DEVELOPMENT_AUDIENCE, accessTokenTTL: TOKEN_SECONDS, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } } as const;

const settings = (key: JWK, cast: Cast): Configuration => ({
  adapter: InMemory,
  jwks: { keys: [key] },
  clients: CLIENTS,
  acrValues: [...ASSURANCE],
  claims: { openid: ['sub'], acr: null },
  enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
  features: {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    resourceIndicators: { enabled: true, getResourceServerInfo: () => RESOURCE },
    rpInitiatedLogout: { enabled: true, logoutSource: signOut },
  },
  ttl: { AccessToken: TOKEN_SECONDS, IdToken: TOKEN_SECONDS, Session: SESSION_SECONDS, Grant: SESSION_SECONDS, Interaction: SESSION_SECONDS },
  cookies: { keys: [randomBytes(32).toString('base64url')] },
  findAccount: (_ctx, sub) => (cast.has(sub) ? { accountId: sub, claims: async () => ({ sub }) } : undefined),
  interactions: { policy: prompts(), url: (_ctx, { uid }) => `/sign-in/${uid}` },
  loadExistingGrant: grantAll,
  // Pages come from whatever port is free, of this machine.
  clientBasedCORS: (_ctx, origin) => HERE.includes(`http://${URL.parse(origin)?.hostname}/`),
  extraTokenClaims: (ctx) => ({ acr: ctx.oidc.entities.AuthorizationCode?.acr ?? askedFor(ctx.oidc.params, cast)?.acr }),
});

/** The library's provider: pages on which the cast signs in, the one grant that does so without a browser, and a userinfo endpoint. */
export function createProvider(key: JWK, cast: Cast): Provider {
  const provider = new Provider(DEVELOPMENT_ISSUER, settings(key, cast));
  addPages(provider, cast);
  provider.registerGrantType(
    AS_GRANT,
    async (ctx) => {
      const asked = askedFor(ctx.oidc.params, cast);
      if (asked === undefined) throw new errors.InvalidGrant('nobody in the cast');
      const { client } = ctx.oidc;
      const token = new provider.AccessToken({ client, accountId: asked.name, scope: 'openid', gty: AS_GRANT, grantId: asked.name });
      token.resourceServer = new provider.ResourceServer(DEVELOPMENT_AUDIENCE, RESOURCE);
      ctx.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: TOKEN_SECONDS };
    },
    ['name', 'acr'],
  );
  const { d: _private, ...publicKey } = key;
  addUserinfo(provider, createLocalJWKSet({ keys: [publicKey] }), cast);
  return provider;
}

/** What is asked for, the issuer's own cast grants: nobody is asked twice. */
async function grantAll({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(DEVELOPMENT_AUDIENCE, 'openid');
  await grant.save();
  return grant;
}

/** Whoever is signed in with less than what `acr_values` names is asked again (RFC 9470). */
function prompts() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  const enough = ({ oidc }: KoaContextWithOIDC): boolean => {
    const asked = typeof oidc.params?.['acr_values'] === 'string' ? oidc.params['acr_values'].split(' ') : [];
    return asked.length === 0 || asked.includes(oidc.session?.acr ?? '');
  };
  policy.get('login')?.checks.add(new interactionPolicy.Check('assurance', 'more assurance is asked for', 'login_required', (ctx) => !enough(ctx)));
  return policy;
}

function askedFor(params: Readonly<Record<string, unknown>> | undefined, cast: Cast): { name: string; acr: Assurance } | undefined {
  const { name, acr } = params ?? {};
  const member = typeof name === 'string' ? cast.get(name) : undefined;
  const level = ASSURANCE.find((known) => known === (acr ?? member?.acr));
  return member === undefined || level === undefined ? undefined : { name: member.name, acr: level };
}

/** The library's own endpoint takes no token that was made for an API; ours takes exactly those, as issuers with a resource server beside them do. */
function addUserinfo(provider: Provider, keys: ReturnType<typeof createLocalJWKSet>, cast: Cast): void {
  provider.use(async (ctx, next) => {
    if (ctx.path !== '/userinfo') return next();
    try {
      const token = (ctx.get('authorization') || '').replace(/^Bearer /, '');
      const { payload } = await jwtVerify(token, keys, { issuer: DEVELOPMENT_ISSUER, audience: DEVELOPMENT_AUDIENCE });
      const member = cast.get(payload.sub ?? '');
      if (member === undefined) throw new Error('unknown');
      ctx.body = userinfo(member.name, member.identity);
    } catch {
      ctx.status = 401;
      ctx.set('www-authenticate', 'Bearer error="invalid_token"');
    }
  });
}
