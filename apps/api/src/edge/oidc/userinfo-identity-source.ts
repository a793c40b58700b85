import { decodeJwt } from 'jose';
import { isRecord } from '../../../../../libs/domain/codec/index.js';
import { IdentitySource, IdentitySourceUnavailable, type VerifiedIdentity } from '../../../../../libs/application/ports/index.js';
import { Problem } from '../problem.js';
import { parseStrictJson } from '../strict-json.js';
import { askIssuer } from './ask-issuer.js';
import { readVerifiedClaims } from './verified-claims.js';

const BOUNDS = { timeout: 3_000, bytes: 65_536 };

/** Asks the issuer's userinfo endpoint, with the person's own token. */
export class UserinfoIdentitySource extends IdentitySource {
  constructor(private readonly endpoint: URL) {
    super();
  }

  override async verified(accessToken: string): Promise<VerifiedIdentity | undefined> {
    const text = await this.ask(accessToken);
    return text === undefined ? undefined : readVerifiedClaims(claimsOf(text, decodeJwt(accessToken).sub));
  }

  /** The answer's text; undefined where the issuer does not know this token. Rejects with `IdentitySourceUnavailable`. */
  private async ask(accessToken: string): Promise<string | undefined> {
    try {
      const { status, text } = await askIssuer(this.endpoint, BOUNDS, { authorization: `Bearer ${accessToken}` });
      if (status === 401 || status === 403) return undefined;
      if (status !== 200) throw new Error(`status ${status}`);
      return text;
    } catch (cause) {
      throw new IdentitySourceUnavailable({ cause });
    }
  }
}

/** What is said about this subject (OpenID Connect Core, 5.3.2: an answer about another, or about nobody, must not be used); undefined where that is nothing. */
function claimsOf(text: string, subject: string | undefined): unknown {
  try {
    const found = parseStrictJson(Buffer.from(text));
    return isRecord(found) && subject !== undefined && found['sub'] === subject ? found : undefined;
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
