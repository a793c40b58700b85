import { join } from 'node:path';
import type { OidcConfiguration } from '../../../libs/configuration/index.js';
import { dateIn } from '../../../libs/domain/person.js';
import { CN_1 } from '../../../libs/domain/policy/cn-1.js';
import type { Instant } from '../../../libs/kernel/index.js';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, type DevelopmentIssuer, endpointsOf, startIssuer } from '../../issuer/issuer.js';
import { discover, discoverSignIn, type IssuerEndpoints } from './edge/oidc/discovery.js';
import { ALGORITHMS, type OidcOptions, type WebClient } from './edge/oidc/oidc-options.js';

/** Whose tokens are taken, and the development issuer where this process runs it. */
export interface Issuer {
  readonly oidc: OidcOptions;
  readonly development: DevelopmentIssuer | undefined;
  close(): Promise<void>;
}

/** The configured issuer, with what its configuration leaves open read from its discovery document. */
export async function configuredIssuer(configured: OidcConfiguration): Promise<Issuer> {
  const oidc: OidcOptions = { ...configured, ...(await addressesOf(configured)), algorithms: ALGORITHMS };
  return { oidc, development: undefined, close: async () => undefined };
}

/** Where its keys, userinfo and, for the web client, its sign-in are. Rejects, naming the variable that is wrong or has to be set. */
export const addressesOf = async (configured: OidcConfiguration): Promise<IssuerEndpoints & { readonly web: WebClient | undefined }> => ({
  ...(await discover(configured.issuer, configured)),
  web: await webClient(configured),
});

const webClient = async ({ issuer, web }: OidcConfiguration): Promise<WebClient | undefined> => (web === undefined ? undefined : { ...web, ...(await discoverSignIn(issuer)) });

/** The development issuer: the one that runs at `address`, or one of our own. */
export async function developmentIssuer(home: string, address: string | undefined, now: Instant): Promise<Issuer> {
  const development = address === undefined ? await startIssuer({ folder: join(home, 'issuer'), today: dateIn(now, CN_1) }) : undefined;
  const endpoints = endpointsOf(development?.address ?? address ?? '');
  const assurances = { al1: 'al1', al2: 'al2', al3: 'al3' } as const;
  const oidc: OidcOptions = { issuer: DEVELOPMENT_ISSUER, audience: DEVELOPMENT_AUDIENCE, ...endpoints, algorithms: ['ES256'], assurances, highest: 'al3' };
  return { oidc, development, close: async () => development?.close() };
}
