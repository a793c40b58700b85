import { IdentitySource, IdentitySourceUnavailable, type VerifiedIdentity } from '../../../../../libs/application/ports/index.js';
import { readVerifiedClaims } from './verified-claims.js';

const TIMEOUT = 3_000;
const MAX_BYTES = 65_536;

/** Asks the issuer's userinfo endpoint, with the person's own token. */
export class UserinfoIdentitySource extends IdentitySource {
  constructor(private readonly endpoint: URL) {
    super();
  }

  override async verified(accessToken: string): Promise<VerifiedIdentity | undefined> {
    const text = await this.ask(accessToken);
    if (text === undefined) return undefined;
    try {
      return readVerifiedClaims(JSON.parse(text));
    } catch (error) {
      // The parser's message would quote the answer.
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  /** The answer's text; undefined where the issuer does not know this token. Rejects with `IdentitySourceUnavailable`. */
  private async ask(accessToken: string): Promise<string | undefined> {
    try {
      const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json' };
      const response = await fetch(this.endpoint, { headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) });
      if (response.status === 401 || response.status === 403) return undefined;
      if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
      return await bounded(response.body);
    } catch (cause) {
      throw new IdentitySourceUnavailable({ cause });
    }
  }
}

async function bounded(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
