import { isRecord } from '../../../../../libs/domain/codec/index.js';
import { askIssuer } from './ask-issuer.js';
import type { SignInEndpoints } from './oidc-options.js';

const BOUNDS = { timeout: 5_000, bytes: 262_144 };

/** Where an issuer's keys and userinfo are. */
export interface IssuerEndpoints {
  readonly jwksUri: URL;
  readonly userinfoUri: URL;
}

/** Those that the configuration says itself. */
type Known = { readonly [name in keyof IssuerEndpoints]?: URL | undefined };

/** Reads what is not known from OpenID Connect Discovery 1.0, which nobody is asked for where all is known. Rejects, naming what is missing; the document must be the configured issuer's own. */
export async function discover(issuer: string, { jwksUri, userinfoUri }: Known = {}): Promise<IssuerEndpoints> {
  if (jwksUri !== undefined && userinfoUri !== undefined) return { jwksUri, userinfoUri };
  const document = await ownDocument(issuer);
  const at = (name: string, variable: string): URL => endpoint(document, name, variable, protocolsOf(issuer));
  return { jwksUri: jwksUri ?? at('jwks_uri', 'OIDC_JWKS_URI'), userinfoUri: userinfoUri ?? at('userinfo_endpoint', 'OIDC_USERINFO_URI') };
}

/** Where an issuer signs people in, for the web client; it need not have an address that ends its sessions. Rejects like `discover`. */
export async function discoverSignIn(issuer: string): Promise<SignInEndpoints> {
  const document = await ownDocument(issuer);
  const at = (name: string): URL => endpoint(document, name, 'no OIDC_WEB_CLIENT_ID', protocolsOf(issuer));
  return { authorization: at('authorization_endpoint'), token: at('token_endpoint'), endSession: document['end_session_endpoint'] === undefined ? undefined : at('end_session_endpoint') };
}

// Where the issuer has TLS, so has all that is asked of it.
const protocolsOf = (issuer: string): readonly string[] => (issuer.startsWith('https:') ? ['https:'] : ['https:', 'http:']);

async function ownDocument(issuer: string): Promise<Readonly<Record<string, unknown>>> {
  const document = await documentOf(issuer);
  if (!isRecord(document) || document['issuer'] !== issuer) throw new Error('OIDC_ISSUER: its discovery document is not its own');
  return document;
}

async function documentOf(issuer: string): Promise<unknown> {
  try {
    const { status, text } = await askIssuer(new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`), BOUNDS);
    if (status !== 200) throw new Error(`status ${status}`);
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Error('OIDC_ISSUER must be an issuer whose discovery document can be read', { cause });
  }
}

function endpoint(document: Readonly<Record<string, unknown>>, name: string, variable: string, protocols: readonly string[]): URL {
  const found = document[name];
  const url = typeof found === 'string' ? URL.parse(found) : null;
  if (url === null || !protocols.includes(url.protocol)) throw new Error(`OIDC_ISSUER: its discovery document has no ${name}; set ${variable}`);
  return url;
}
