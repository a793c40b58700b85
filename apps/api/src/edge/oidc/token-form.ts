import { isRecord } from '../../../../../libs/domain/codec/index.js';
import { parseStrictJson } from '../strict-json.js';

const MAX_TOKEN_LENGTH = 8_192;

/** What an access token's header never carries: keys and places of keys (whoever forges a token brings theirs), and what changes how it is read. */
const FOREIGN = ['crit', 'b64', 'jwk', 'jku', 'x5c', 'x5u', 'zip', 'cty', 'enc'] as const;

/**
 * Whether a text is a signed token in the one way there is to write it: three parts in base64url without padding or spare bits, header and claims JSON that
 * every reader understands alike. Says nothing about who signed it.
 */
export function isTokenForm(text: string): boolean {
  const parts = text.length > MAX_TOKEN_LENGTH ? [] : text.split('.');
  if (parts.length !== 3 || !parts.every(isCanonical)) return false;
  const [header, claims] = parts.map((part) => Buffer.from(part, 'base64url')).slice(0, 2).map(objectIn);
  return header !== undefined && claims !== undefined && FOREIGN.every((name) => !Object.hasOwn(header, name)) && isKeyName(header['kid']);
}

/** Else one token has many spellings. */
const isCanonical = (part: string): boolean => part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part;

const isKeyName = (kid: unknown): boolean => kid === undefined || (typeof kid === 'string' && kid !== '' && kid.length <= 255);

function objectIn(bytes: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = parseStrictJson(bytes);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
