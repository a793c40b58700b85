import { hash } from 'node:crypto';
import { type JWTPayload, jwtVerify, type JWTVerifyResult } from 'jose';
import type { Names } from '../../../../../libs/application/names.js';
import type { Clock } from '../../../../../libs/application/ports/index.js';
import { Remembered } from '../../../../../libs/application/remembered.js';
import { ASSURANCE, type Assurance } from '../../../../../libs/application/request.js';
import { type AccountId, type Instant, instant, SECOND } from '../../../../../libs/kernel/index.js';
import { IssuerKeys, IssuerUnavailable, type TokenKeys } from './issuer-keys.js';
import type { OidcOptions } from './oidc-options.js';
import { isTokenForm } from './token-form.js';

export { IssuerUnavailable } from './issuer-keys.js';

/** What a good access token says. `assurance` is undefined where its `acr` is missing or means nothing here: that reaches no level. */
export interface SignIn {
  readonly account: AccountId;
  readonly assurance: Assurance | undefined;
  readonly until: Instant;
}

/** People who are signed in on one machine at once: to verify a signature costs as much as ten reads. */
const MAX_CACHED = 100_000;
/** Clocks of issuer and server may differ by this, in seconds. */
const TOLERANCE = 5;
/** The end of the year 9999, in seconds: no token is good for longer. */
const LAST_EXP = 253_402_300_799;
const TYPES: ReadonlySet<string> = new Set(['at+jwt', 'application/at+jwt', 'jwt']);

/** Decides whether a bearer token is one of the configured issuer's access tokens (RFC 9068, RFC 8725). */
export class TokenVerifier {
  private readonly seen = new Remembered<string, SignIn & { readonly keys: number }>(MAX_CACHED);

  constructor(
    private readonly options: OidcOptions,
    private readonly names: Names,
    private readonly clock: Clock,
    private readonly keys: TokenKeys = new IssuerKeys(options.jwksUri),
  ) {}

  /** The sign-in, or undefined for a token that is not good now. Rejects with `IssuerUnavailable` where its keys can't be fetched. */
  async verify(token: string): Promise<SignIn | undefined> {
    const name = hash('sha256', token, 'base64url');
    const known = this.seen.get(name);
    // A key that was withdrawn takes what it signed along.
    if (known !== undefined && known.keys === this.keys.version() && this.clock.now() < known.until) return known;
    this.seen.forget(name);
    if (!isTokenForm(token)) return undefined;
    const before = this.keys.version();
    const signIn = await this.check(token);
    if (signIn !== undefined && before !== undefined && before === this.keys.version()) this.seen.put(name, { ...signIn, keys: before });
    return signIn;
  }

  private async check(token: string): Promise<SignIn | undefined> {
    try {
      const { issuer, audience, algorithms } = this.options;
      return this.read(
        await jwtVerify(token, this.keys.find, {
          issuer,
          audience,
          algorithms: [...algorithms],
          currentDate: new Date(this.clock.now()),
          clockTolerance: TOLERANCE,
          requiredClaims: ['exp', 'sub'],
        }),
      );
    } catch (cause) {
      // All else is the token's fault, also that it names a key which is of no use.
      if (cause instanceof IssuerUnavailable) throw cause;
      return undefined;
    }
  }

  private read({ payload, protectedHeader }: JWTVerifyResult): SignIn | undefined {
    const { sub } = payload;
    if (!isAccessTokenType(protectedHeader.typ) || isForSomethingElse(payload) || !isSubject(sub)) return undefined;
    const until = endOf(payload, this.clock.now());
    if (until === undefined) return undefined;
    return { account: this.names.account(this.options.issuer, sub), assurance: this.assurance(payload['acr']), until };
  }

  private assurance(acr: unknown): Assurance | undefined {
    const { assurances, highest } = this.options;
    const asserted = typeof acr === 'string' && Object.hasOwn(assurances, acr) ? assurances[acr] : undefined;
    if (asserted === undefined) return undefined;
    return ASSURANCE[Math.min(ASSURANCE.indexOf(asserted), ASSURANCE.indexOf(highest))];
  }
}

/** Until when it is good, a whole second; undefined where that is no time, or where it comes from the future: RFC 9068 has every access token say when it was made. */
function endOf({ exp, iat }: JWTPayload, now: Instant): Instant | undefined {
  if (exp === undefined || !Number.isInteger(exp) || exp > LAST_EXP) return undefined;
  if (iat !== undefined && iat * SECOND > now + TOLERANCE * SECOND) return undefined;
  return instant((exp + TOLERANCE) * SECOND);
}

/** A list of one name would read like the name. */
const isAccessTokenType = (typ: unknown): boolean => typeof typ === 'string' && TYPES.has(typ.toLowerCase());

/** Lone surrogates would all be the same bytes, and so the same account. */
const isSubject = (sub: unknown): sub is string => typeof sub === 'string' && sub !== '' && sub.length <= 255 && sub.isWellFormed();

/** What only an access token says: to whom it was given, and for what, under the names that issuers use. */
const GRANTED = ['client_id', 'cid', 'scope', 'scp'] as const;

/** One of the code flow need have no hash, but has the sign-in's nonce; some issuers put that into access tokens, too. */
const isIdToken = (claims: JWTPayload): boolean => claims['nonce'] !== undefined && GRANTED.every((name) => claims[name] === undefined);

/** Tokens of other uses that an issuer may sign with the same key and call `JWT`: ID tokens by their hashes (OpenID Connect Core, 3.3.2.11), and by what issuers add to say so. */
const isForSomethingElse = (claims: JWTPayload): boolean =>
  isIdToken(claims) || claims['at_hash'] !== undefined || claims['c_hash'] !== undefined || claims['events'] !== undefined || !['access', undefined].includes(claims['token_use'] as string) || ['ID', 'Refresh', 'Logout', 'Offline'].includes(String(claims['typ']));
