import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Problem } from '../problem.js';

/** So many bytes may come out of a packed body whatever it was; beyond, at most `RATIO` times what came in. Rows of laboratories come to a tenth of that. */
export const ALLOWANCE = 1_048_576;
export const RATIO = 100;

/**
 * Unpacks gzip (RFC 1952) as it arrives, holding little. Throws `Problem`: `packed-too-tightly` for what unpacks to more than its sender can have meant,
 * `unpackable` for what is no gzip, ends too early, or goes on behind its end, also with another member.
 */
export async function* unpacked(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let [came, left] = [0, 0];
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      came += chunk.length;
      yield chunk;
    }
  };
  const source = Readable.from(counted(), { objectMode: false });
  const gunzip = createGunzip({ rejectGarbageAfterEnd: true });
  source.once('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      left += chunk.length;
      if (left > ALLOWANCE && left > RATIO * came) throw new Problem('packed-too-tightly');
      yield chunk;
    }
  } catch (error) {
    throw isBroken(error) ? new Problem('unpackable') : error;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

const isBroken = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && /^(?:Z_|ERR_TRAILING_JUNK)/.test(String(error.code));
