import { createServer, type Server } from 'node:http';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { errors, Provider } from 'oidc-provider';
import { ASSURANCE, type Assurance } from '../../libs/application/request.js';
import type { CalendarDate } from '../../libs/domain/person.js';
import type { CastMember } from './cast.js';
import { keep } from './home.js';
import { userinfo } from './verified-claims.js';

/** Whatever port it listens on: account ids derive from it, so it must never change. */
export const DEVELOPMENT_ISSUER = 'https://issuer.xinma.invalid';

/** For whom its tokens are. */
export const DEVELOPMENT_AUDIENCE = 'https://api.xinma.invalid';

/** The grant that signs somebody of the cast in without a browser. */
export const AS_GRANT = 'urn:xinma:development:as';

const CLIENT = 'xinma-development';
const TOKEN_SECONDS = 900;

/** Where the issuer keeps its key and cast, and the day from which ages count on the first start. */
export interface IssuerOptions {
  readonly folder: string;
  readonly today: CalendarDate;
  /** 0 or missing: any free one. */
  readonly port?: number;
}

/** A running development issuer. */
export interface DevelopmentIssuer {
  readonly address: string;
  readonly cast: readonly CastMember[];
  close(): Promise<void>;
}

/** A real OpenID Connect issuer, for development and tests only: whoever reaches its port signs in as anybody. It listens on the loopback interface. */
export async function startIssuer({ folder, today, port = 0 }: IssuerOptions): Promise<DevelopmentIssuer> {
  const { key, cast } = await keep(folder, today);
  const byName = new Map(cast.map((member) => [member.name, member]));
  const provider = createProvider(key, byName);
  const { d: _private, ...publicKey } = key;
  addUserinfo(provider, createLocalJWKSet({ keys: [publicKey] }), byName);
  const server = createServer(provider.callback());
  const address = await listen(server, port);
  return {
    address,
    cast,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Where a running issuer's keys and userinfo are. */
export const endpointsOf = (address: string): { readonly jwksUri: URL; readonly userinfoUri: URL } => ({ jwksUri: new URL('/jwks', address), userinfoUri: new URL('/userinfo', address) });

/** Asks a running issuer for an access token. Rejects for a name that is not in its cast. */
export async function tokenAs(address: string, name: string, acr?: Assurance): Promise<string> {
  const form = new URLSearchParams({ grant_type: AS_GRANT, client_id: CLIENT, name, ...(acr === undefined ? {} : { acr }) });
  const response = await fetch(new URL('/token', address), { method: 'POST', body: form });
  const answer = (await response.json()) as { access_token?: unknown };
  if (typeof answer.access_token !== 'string') throw new Error(`nobody in the cast is called ${name}`);
  return answer.access_token;
}

type Cast = ReadonlyMap<string, CastMember>;

function createProvider(key: object, cast: Cast): Provider {
  const resource = { scope: 'openid', audience: DEVELOPMENT_AUDIENCE, accessTokenTTL: TOKEN_SECONDS, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } } as const;
  const provider = new Provider(DEVELOPMENT_ISSUER, {
    jwks: { keys: [key] },
    clients: [{ client_id: CLIENT, grant_types: [AS_GRANT], redirect_uris: [], response_types: [], token_endpoint_auth_method: 'none', id_token_signed_response_alg: 'ES256' }],
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

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      resolve(`http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : port}`);
    });
  });
}
