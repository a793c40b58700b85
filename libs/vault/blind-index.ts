import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { lengthPrefixed } from './length-prefixed.js';

/** Version of the naming key; part of every identity's name, so that a later key can stand beside it. */
export const NAME_KEY_VERSION = 1;

/**
 * Keyed names and derived ids. An unkeyed hash of an ID number is plaintext (the space is a few core-hours), so every name that comes from
 * outside goes through HMAC-SHA-256 with a key derived (HKDF, RFC 5869) from the master key. No I/O.
 */
export class BlindIndex {
  private readonly keys = new Map<string, KeyObject>();

  constructor(private readonly masterKey: Uint8Array) {}

  /** 128 bits as 32 hex digits that only the holder of the key can make; `use` keeps names of different kinds apart. */
  name(use: string, ...parts: readonly string[]): string {
    return this.mac(use, parts).toString('hex', 0, 16);
  }

  /** The whole 256 bits. Parts are length-prefixed: ('ab','c') and ('a','bc') differ. */
  mac(use: string, parts: readonly (string | Uint8Array)[]): Buffer {
    return createHmac('sha256', this.keyFor(use)).update(lengthPrefixed(parts)).digest();
  }

  /** A UUID (RFC 9562, version 8: vendor-specific) cut from the MAC. */
  uuid(use: string, ...parts: readonly string[]): string {
    const bytes = this.mac(use, parts).subarray(0, 16);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  private keyFor(use: string): KeyObject {
    let key = this.keys.get(use);
    if (key === undefined) {
      key = createSecretKey(Buffer.from(hkdfSync('sha256', this.masterKey, Buffer.alloc(0), `xinma/name/v${NAME_KEY_VERSION}/${use}`, 32)));
      this.keys.set(use, key);
    }
    return key;
  }
}
