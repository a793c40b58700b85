import { ASSURANCE, type Assurance } from '../application/request.js';
import { address, form, oneOf, type Parser, type Variables } from './variables.js';

/** The issuer whose tokens are taken, and what it may assert. Addresses that are not given come from its discovery document. */
export interface OidcConfiguration {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUri: URL | undefined;
  readonly userinfoUri: URL | undefined;
  /** Its `acr` values and what they are worth here. */
  readonly assurances: Readonly<Record<string, Assurance>>;
  /** What it may assert at most. */
  readonly highest: Assurance;
  /** What the web pages are there; absent: nobody signs in on them. */
  readonly web?: { readonly clientId: string; readonly scope: string } | undefined;
}

const LEVELS = 'al1, al2 or al3';
const OURS: Readonly<Record<string, Assurance>> = { al1: 'al1', al2: 'al2', al3: 'al3' };
const level = oneOf(...ASSURANCE);

const levels: Parser<Readonly<Record<string, Assurance>>> = (text) => {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined;
    const entries = Object.entries(found).map(([acr, worth]) => [acr, level(String(worth))] as const);
    return entries.every((entry): entry is readonly [string, Assurance] => entry[1] !== undefined) ? Object.fromEntries(entries) : undefined;
  } catch {
    return undefined;
  }
};

/** Reads the issuer; undefined where none is configured (development) or something is wrong. */
export function readOidc(variables: Variables, production: boolean): OidcConfiguration | undefined {
  const https = production ? 'an https address' : 'an https or http address';
  const expected = `the issuer, ${https} without query and fragment`;
  if (!variables.has('OIDC_ISSUER')) {
    requireNone(variables, production, expected);
    return undefined;
  }
  const url = address(!production);
  const issuer = variables.required('OIDC_ISSUER', (text) => (url(text) === undefined ? undefined : text), expected);
  const audience = variables.required('OIDC_AUDIENCE', form(/^[\x21-\x7e]{1,200}$/), 'the audience that tokens for this API carry, 1-200 printable characters');
  const highest = variables.required('OIDC_ACR_MAX', level, `${LEVELS}: what the issuer may assert at most`);
  const assurances = variables.optional('OIDC_ACR_MAP', levels, `a JSON object from the issuer's acr values to ${LEVELS}`) ?? OURS;
  const jwksUri = variables.optional('OIDC_JWKS_URI', url, https);
  const userinfoUri = variables.optional('OIDC_USERINFO_URI', url, https);
  const web = readWeb(variables);
  return issuer === undefined || audience === undefined || highest === undefined ? undefined : { issuer, audience, highest, assurances, jwksUri, userinfoUri, web };
}

function readWeb(variables: Variables): OidcConfiguration['web'] {
  const scope = variables.optional('OIDC_WEB_SCOPE', form(/^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/), 'scopes, separated by single spaces') ?? 'openid';
  const clientId = variables.optional('OIDC_WEB_CLIENT_ID', form(/^[\x21-\x7e]{1,200}$/), 'the id of a public client, 1-200 printable characters');
  return clientId === undefined ? undefined : { clientId, scope };
}

/** Without an issuer, whatever else was set about it would be ignored in silence. */
function requireNone(variables: Variables, production: boolean, expected: string): void {
  const set = ['OIDC_AUDIENCE', 'OIDC_ACR_MAX', 'OIDC_ACR_MAP', 'OIDC_JWKS_URI', 'OIDC_USERINFO_URI', 'OIDC_WEB_CLIENT_ID', 'OIDC_WEB_SCOPE'].filter((name) => variables.has(name));
  if (production) variables.wrong('OIDC_ISSUER', `${expected}: the development issuer gives tokens to anybody`);
  else if (set.length > 0) variables.wrong('OIDC_ISSUER', `${expected}, because ${set.join(', ')} is set`);
}
