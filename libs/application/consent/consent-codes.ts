import { ConsentId, Malformed } from '../../kernel/index.js';
import type { BlindIndex } from '../../vault/index.js';
import { WORDS } from './words.js';

/** A consent's one-time code: `hash` is what the log keeps, `words` what both screens show. */
export interface ConsentCode {
  readonly consent: ConsentId;
  readonly code: string;
  readonly hash: string;
  readonly words: readonly string[];
}

/** Makes and reads codes: base64url of the consent's 128-bit id and a 128-bit secret, 43 characters. Of the secret only a keyed hash is kept. */
export class ConsentCodes {
  constructor(private readonly index: BlindIndex) {}

  make(consent: ConsentId, secret: Uint8Array): ConsentCode {
    const bytes = Buffer.concat([Buffer.from(consent.slice(2), 'hex'), secret]);
    return this.fromBytes(bytes);
  }

  /** Reads a code that somebody typed or scanned. Throws `Malformed`. */
  read(code: string): ConsentCode {
    const bytes = Buffer.from(code, 'base64url');
    if (bytes.length !== 32 || bytes.toString('base64url') !== code) throw new Malformed('a code');
    return this.fromBytes(bytes);
  }

  private fromBytes(bytes: Buffer): ConsentCode {
    const consent = ConsentId(`c_${bytes.toString('hex', 0, 16)}`);
    const mac = this.index.mac('consent-code', [bytes]);
    const words = [16, 18, 20].map((at) => WORDS[mac.readUInt16BE(at) % WORDS.length] ?? '');
    return { consent, code: bytes.toString('base64url'), hash: mac.toString('hex', 0, 16), words };
  }
}
