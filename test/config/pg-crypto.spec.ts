import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { assert, asyncProperty, string, uint8Array } from 'fast-check';

/** What the driver signs in with. */
interface Crypto {
  readonly randomBytes: (count: number) => Uint8Array;
  readonly md5: (text: string) => Given<string>;
  readonly postgresMd5PasswordHash: (user: string, password: string, salt: Uint8Array) => Given<string>;
  readonly sha256: (data: Uint8Array) => Given<Uint8Array | ArrayBuffer>;
  readonly hashByName: (name: string, data: Uint8Array) => Given<Uint8Array | ArrayBuffer>;
  readonly hmacSha256: (key: Uint8Array | ArrayBuffer, message: string) => Given<Uint8Array | ArrayBuffer>;
  readonly deriveKey: (password: string, salt: Uint8Array, iterations: number) => Given<Uint8Array | ArrayBuffer>;
}

type Given<T> = T | Promise<T>;

const load = createRequire(import.meta.url);
const [ours, theirs] = [load('../../deploy/pg-crypto.cjs') as Crypto, load('pg/lib/crypto/utils.js') as Crypto];

const hex = async (given: Given<Uint8Array | ArrayBuffer>): Promise<string> => Buffer.from((await given) as Uint8Array).toString('hex');

/** What `ask` gives of both. */
const ofBoth = async <T>(ask: (crypto: Crypto) => Given<T>): Promise<void> => expect(await ask(ours)).toEqual(await ask(theirs));

const bytes = uint8Array({ minLength: 1, maxLength: 150 });

describe('What a start from the blob signs in with', () => {
  it('has the names that the driver asks for', () => {
    expect(Object.keys(ours).toSorted()).toEqual(Object.keys(theirs).toSorted());
    expect(ours.randomBytes(18)).toHaveLength(18);
  });

  it('gives what the driver’s own gives', () =>
    assert(
      asyncProperty(string({ unit: 'grapheme', maxLength: 90 }), bytes, bytes, async (text, one, other) => {
        for (const iterations of [1, 2, 4_096]) await ofBoth((crypto) => hex(crypto.deriveKey(text, one, iterations)));
        await ofBoth((crypto) => hex(crypto.hmacSha256(other, text)));
        await ofBoth((crypto) => hex(crypto.hmacSha256(Uint8Array.from(other).buffer, text)));
        await ofBoth((crypto) => hex(crypto.sha256(one)));
        for (const name of ['SHA-256', 'SHA-384', 'SHA-512']) await ofBoth((crypto) => hex(crypto.hashByName(name, one)));
        await ofBoth((crypto) => crypto.postgresMd5PasswordHash('user', text, one));
        await ofBoth((crypto) => crypto.md5(text));
      }),
      { numRuns: 60 },
    ));
});
