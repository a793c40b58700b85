import { hash } from 'node:crypto';

const ALGORITHM = 'sha256';
/** Bytes that SHA-256 takes at a time, and those of its digest (FIPS 180-4). */
const BLOCK = 64;
const DIGEST = 32;
/** Messages up to here are hashed where they were put for the last one. */
const USUAL = 1_024;

/** HMAC-SHA-256 (RFC 2104) under one key of at most 64 bytes, as two hashes: `createHmac` makes a stream and a native handle for each name, which takes three times as long. */
export class Hmac {
  private readonly inner = Buffer.alloc(BLOCK + USUAL);
  private readonly outer = Buffer.alloc(BLOCK + DIGEST);

  constructor(key: Uint8Array) {
    if (key.length > BLOCK) throw new RangeError('a key is at most 64 bytes');
    for (let at = 0; at < BLOCK; at += 1) {
      this.inner.writeUInt8((key[at] ?? 0) ^ 0x36, at);
      this.outer.writeUInt8((key[at] ?? 0) ^ 0x5c, at);
    }
  }

  /** All 256 bits. */
  digest(message: Uint8Array): Buffer {
    return hash(ALGORITHM, this.around(message), 'buffer');
  }

  /** The same as hexadecimal digits. */
  hex(message: Uint8Array): string {
    return hash(ALGORITHM, this.around(message), 'hex');
  }

  /** What the outer hash is made of: the key, and the inner hash of the key and the message. */
  private around(message: Uint8Array): Buffer {
    this.outer.write(hash(ALGORITHM, this.before(message), 'latin1'), BLOCK, 'latin1');
    return this.outer;
  }

  private before(message: Uint8Array): Buffer {
    if (message.length > USUAL) return Buffer.concat([this.inner.subarray(0, BLOCK), message]);
    this.inner.set(message, BLOCK);
    return this.inner.subarray(0, BLOCK + message.length);
  }
}
