import { createHash } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify, type JWTVerifyResult } from 'jose';
import type { Names } from '../../../../../libs/application/names.js';
import type { Clock } from '../../../../../libs/application/ports/index.js';
import { Remembered } from '../../../../../libs/application/remembered.js';
import { ASSURANCE, type Assurance } from '../../../../../libs/application/request.js';
import { type AccountId, type Instant, instant, SECOND } from '../../../../../libs/kernel/index.js';
import type { OidcOptions } from './oidc-options.js';

/** What a good access token says. `assurance` is undefined where its `acr` is missing or means nothing here: that reaches no level. */
export interface SignIn {
  readonly account: AccountId;
  readonly assurance: Assurance | undefined;
  readonly until: Instant;
}

/** The issuer could not be asked: nothing is known about the token. */
export class IssuerUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('the issuer is not available', options);
    this.name = 'IssuerUnavailable';
  }
}

const MAX_TOKEN_LENGTH = 8_192;
const MAX_CACHED = 10_000;
/** Clocks of issuer and server may differ by this, in seconds. */
const TOLERANCE = 5;
/** The end of the year 9999, in seconds: no token is good for longer. */
const LAST_EXP = 253_402_300_799;
const TYPES: ReadonlySet<string> = new Set(['at+jwt', 'application/at+jwt', 'jwt']);

/** Decides whether a bearer token is one of the configured issuer's access tokens (RFC 9068, RFC 8725). */
export class TokenVerifier {
  private readonly seen = new Remembered<string, SignIn>(MAX_CACHED);
  private readonly keys: JWTVerifyGetKey;

  constructor(
    private readonly options: OidcOptions,
    private readonly names: Names,
    private readonly clock: Clock,
    keys?: JWTVerifyGetKey,
  ) {
    this.keys = keys ?? createRemoteJWKSet(options.jwksUri, { timeoutDuration: 2_000, cooldownDuration: 10_000 });
  }

  /** The sign-in, or undefined for a token that is not good now. Rejects with `IssuerUnavailable` where its keys can't be fetched. */
  async verify(token: string): Promise<SignIn | undefined> {
    if (token.length > MAX_TOKEN_LENGTH) return undefined;
    const hash = createHash('sha256').update(token).digest('base64url');
    const known = this.seen.get(hash);
    if (known !== undefined && this.clock.now() < known.until) return known;
    this.seen.forget(hash);
    const signIn = await this.check(token);
    if (signIn !== undefined) this.seen.put(hash, signIn);
    return signIn;
  }

  private async check(token: string): Promise<SignIn | undefined> {
    try {
      const { issuer, audience, algorithms } = this.options;
      return this.read(
        await jwtVerify(token, this.keys, {
          issuer,
          audience,
          algorithms: [...algorithms],
          currentDate: new Date(this.clock.now()),
          clockTolerance: TOLERANCE,
          requiredClaims: ['exp', 'sub'],
        }),
      );
    } catch (cause) {
      if (isUnreachable(cause)) throw new IssuerUnavailable({ cause });
      return undefined;
    }
  }

  private read({ payload, protectedHeader }: JWTVerifyResult): SignIn | undefined {
    const { sub, exp } = payload;
    if (!TYPES.has(String(protectedHeader.typ).toLowerCase())) return undefined;
    if (!isSubject(sub) || typeof exp !== 'number' || exp > LAST_EXP) return undefined;
    const until = instant(Math.floor((exp + TOLERANCE) * SECOND));
    return { account: this.names.account(this.options.issuer, sub), assurance: this.assurance(payload['acr']), until };
  }

  private assurance(acr: unknown): Assurance | undefined {
    const { assurances, highest } = this.options;
    const asserted = typeof acr === 'string' && Object.hasOwn(assurances, acr) ? assurances[acr] : undefined;
    if (asserted === undefined) return undefined;
    return ASSURANCE[Math.min(ASSURANCE.indexOf(asserted), ASSURANCE.indexOf(highest))];
  }
}

/** Lone surrogates would all be the same bytes, and so the same account. */
const isSubject = (sub: unknown): sub is string => typeof sub === 'string' && sub !== '' && sub.length <= 255 && sub.isWellFormed();

/** A bad token is a `JOSEError`; a key set that timed out or answered nonsense is the issuer's fault, not the token's. */
const isUnreachable = (cause: unknown): boolean =>
  cause instanceof errors.JWKSTimeout || cause instanceof errors.JWKSInvalid || !(cause instanceof errors.JOSEError) || cause.code === 'ERR_JOSE_GENERIC';
