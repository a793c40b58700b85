import type { Assurance } from '../../../../../libs/application/request.js';

/** Signature algorithms that a configuration may allow; symmetric ones and `none` are not among them. */
export const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** Where people sign in, and out. */
export interface SignInEndpoints {
  readonly authorization: URL;
  readonly token: URL;
  readonly endSession: URL | undefined;
}

/** What the web pages are at the issuer: a public client that has no secret. */
export interface WebClient extends SignInEndpoints {
  readonly clientId: string;
  /** Scopes that it asks for, separated by spaces. */
  readonly scope: string;
}

/** The issuer whose tokens are taken. */
export interface OidcOptions {
  /** `iss`, compared as text. */
  readonly issuer: string;
  /** `aud` that tokens for this API carry. */
  readonly audience: string;
  readonly jwksUri: URL;
  readonly userinfoUri: URL;
  readonly algorithms: readonly Algorithm[];
  /** The issuer's `acr` values and what they are worth here. */
  readonly assurances: Readonly<Record<string, Assurance>>;
  /** What the issuer may assert at most: our judgement of it, not its own. */
  readonly highest: Assurance;
  /** Absent: nobody can sign in on the web pages. */
  readonly web?: WebClient | undefined;
}
