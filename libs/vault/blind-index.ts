import { hkdfSync } from 'node:crypto';
import { Hmac } from './hmac.js';
import { lengthPrefixed } from './length-prefixed.js';

/** Version of the naming key; part of every identity's name, so that a later key can stand beside it. */
export const NAME_KEY_VERSION = 1;

/** The two bits that every UUID of RFC 9562 has, with two of its own. */
const VARIANT = '89ab';

/**
 * Keyed names and derived ids. An unkeyed hash of an ID number is plaintext (the space is a few core-hours), so every name that comes from
 * outside goes through HMAC-SHA-256 with a key derived (HKDF, RFC 5869) from the master key. No I/O.
 */
export class BlindIndex {
  private readonly keys = new Map<string, Hmac>();

  constructor(private readonly masterKey: Uint8Array) {}

  /** 128 bits as 32 hex digits that only the holder of the key can make; `use` keeps names of different kinds apart. */
  name(use: string, ...parts: readonly string[]): string {
    return this.hex(use, parts).slice(0, 32);
  }

  /** The whole 256 bits. Parts are length-prefixed: ('ab','c') and ('a','bc') differ. */
  mac(use: string, parts: readonly (string | Uint8Array)[]): Buffer {
    return this.keyFor(use).digest(lengthPrefixed(parts));
  }

  /** A UUID (RFC 9562, version 8: vendor-specific) cut from the MAC. */
  uuid(use: string, ...parts: readonly string[]): string {
    const hex = this.hex(use, parts);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${VARIANT[Number.parseInt(hex.charAt(16), 16) & 3]}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  private hex(use: string, parts: readonly string[]): string {
    return this.keyFor(use).hex(lengthPrefixed(parts));
  }

  private keyFor(use: string): Hmac {
    let key = this.keys.get(use);
    if (key === undefined) {
      key = new Hmac(new Uint8Array(hkdfSync('sha256', this.masterKey, Buffer.alloc(0), `xinma/name/v${NAME_KEY_VERSION}/${use}`, 32)));
      this.keys.set(use, key);
    }
    return key;
  }
}
