import { createLocalJWKSet, type JWK, jwtVerify } from 'jose';
import { type Adapter, errors, Provider } from 'oidc-provider';
import { ASSURANCE, type Assurance } from '../../libs/application/request.js';
import type { CastMember } from './cast.js';
import { AS_GRANT, DEVELOPMENT_AUDIENCE, DEVELOPMENT_CLIENT, DEVELOPMENT_ISSUER } from './development.js';
import { userinfo } from './verified-claims.js';

/** How long an access token is good. */
const TOKEN_SECONDS = 900;

type Cast = ReadonlyMap<string, CastMember>;

/** The library's provider with the one grant that signs the cast in, and a userinfo endpoint. */
export function createProvider(key: JWK, cast: Cast): Provider {
  const resource = { scope: 'openid', audience: DEVELOPMENT_AUDIENCE, accessTokenTTL: TOKEN_SECONDS, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } } as const;
  const provider = new Provider(DEVELOPMENT_ISSUER, {
    adapter: Nothing,
    jwks: { keys: [key] },
    clients: [{ client_id: DEVELOPMENT_CLIENT, grant_types: [AS_GRANT], redirect_uris: [], response_types: [], token_endpoint_auth_method: 'none', id_token_signed_response_alg: 'ES256' }],
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    features: { devInteractions: { enabled: false }, userinfo: { enabled: false }, resourceIndicators: { enabled: true, getResourceServerInfo: () => resource } },
    ttl: { AccessToken: TOKEN_SECONDS },
    extraTokenClaims: (ctx) => ({ acr: askedFor(ctx.oidc.params, cast)?.acr }),
  });
  provider.registerGrantType(
    AS_GRANT,
    async (ctx) => {
      const asked = askedFor(ctx.oidc.params, cast);
      if (asked === undefined) throw new errors.InvalidGrant('nobody in the cast');
      const { client } = ctx.oidc;
      const token = new provider.AccessToken({ client, accountId: asked.name, scope: 'openid', gty: AS_GRANT, grantId: asked.name });
      token.resourceServer = new provider.ResourceServer(DEVELOPMENT_AUDIENCE, resource);
      ctx.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: TOKEN_SECONDS };
    },
    ['name', 'acr'],
  );
  const { d: _private, ...publicKey } = key;
  addUserinfo(provider, createLocalJWKSet({ keys: [publicKey] }), cast);
  return provider;
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

/** Access tokens are JWTs, sessions and codes there are none: nothing is kept. */
class Nothing implements Adapter {
  async upsert(): Promise<undefined> {}
  async find(): Promise<undefined> {}
  async findByUid(): Promise<undefined> {}
  async findByUserCode(): Promise<undefined> {}
  async consume(): Promise<undefined> {}
  async destroy(): Promise<undefined> {}
  async revokeByGrantId(): Promise<undefined> {}
}
