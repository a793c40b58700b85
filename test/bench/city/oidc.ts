import type { OidcOptions } from '../../../apps/api/src/edge/oidc/oidc-options.js';
import type { BenchIssuer } from './sign-ins.js';

/** How the bench's issuer is trusted. */
export const oidcOf = ({ issuer, audience, jwksUri }: Pick<BenchIssuer, 'issuer' | 'audience' | 'jwksUri'>): OidcOptions => ({
  issuer,
  audience,
  jwksUri: new URL(jwksUri),
  userinfoUri: new URL(jwksUri),
  algorithms: ['ES256'],
  assurances: { al2: 'al2' },
  highest: 'al2',
});
