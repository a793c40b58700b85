import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { KeyRef } from '../kernel/index.js';
import { freshBytes } from './fresh-bytes.js';
import { lengthPrefixed } from './length-prefixed.js';
import type { Place } from './vault.js';

const ALGORITHM = 'aes-256-gcm';
/** NIST SP 800-38D: 96 bits at random, at most 2^32 times a key; no subject comes near. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Stands before every sealed text, so that another format can be told apart later. */
const VERSION = 'v1.';

/** Bytes of a key. */
export const KEY_BYTES = 32;

/** AES-256-GCM: nonce, ciphertext, tag. */
export function encrypt(key: Uint8Array, context: readonly string[], plain: Uint8Array): Buffer {
  const nonce = freshBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(lengthPrefixed(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** What `encrypt` was given; undefined under another key, in another context, or where a bit was changed. */
export function decrypt(key: Uint8Array, context: readonly string[], sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(lengthPrefixed(context));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

const contextOf = (ref: KeyRef, place: Place): readonly string[] => ['field', ref.owner, ref.class, place.eventId, place.field];

/** Seals a field under the key of `ref`, as text; it opens at this place only. */
export const sealField = (key: Uint8Array, ref: KeyRef, place: Place, plain: Uint8Array): string => VERSION + encrypt(key, contextOf(ref, place), plain).toString('base64url');

/** Opens a field; undefined where the key, the place or a character is another. */
export function openField(key: Uint8Array, ref: KeyRef, place: Place, text: string): Uint8Array | undefined {
  if (!text.startsWith(VERSION)) return undefined;
  const written = text.slice(VERSION.length);
  const sealed = Buffer.from(written, 'base64url');
  // Decoding skips what is no base64url and spare bits: only the one text that sealing wrote is taken.
  return sealed.toString('base64url') === written ? decrypt(key, contextOf(ref, place), sealed) : undefined;
}

/** The master key, in its two uses here: wrapping subject keys, and proving that it is still the same. RFC 5869 keeps the uses apart. */
export class MasterKey {
  private readonly wrapping: Buffer;
  private readonly checking: Buffer;

  constructor(master: Uint8Array) {
    this.wrapping = Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), 'xinma/vault/wrap/v1', KEY_BYTES));
    this.checking = Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), 'xinma/vault/check/v1', KEY_BYTES));
  }

  /** A subject key as it is stored: opens for the same owner and class only. */
  wrap(ref: KeyRef, key: Uint8Array): Buffer {
    return encrypt(this.wrapping, ['key', ref.owner, ref.class], key);
  }

  /** The subject key; undefined where it was wrapped for another ref or by another master key. */
  unwrap(ref: KeyRef, wrapped: Uint8Array): Buffer | undefined {
    return decrypt(this.wrapping, ['key', ref.owner, ref.class], wrapped);
  }

  /** A value to be kept beside the keys: says nothing about the master key, but recognises it. */
  checkValue(): Buffer {
    return createHmac('sha256', this.checking).update('xinma').digest();
  }

  /** Whether this master key made the value. */
  made(value: Uint8Array): boolean {
    const mine = this.checkValue();
    return value.length === mine.length && timingSafeEqual(value, mine);
  }

  /** Forgets the derived keys; afterwards nothing unwraps. */
  wipe(): void {
    this.wrapping.fill(0);
    this.checking.fill(0);
  }
}
