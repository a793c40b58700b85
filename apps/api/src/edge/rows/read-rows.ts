import type { IncomingMessage } from 'node:http';
import { CSV, isPacked, mediaTypeOf } from '../content.js';
import { Problem } from '../problem.js';
import type { ServedRoute } from '../route.js';
import { readCsv } from './csv.js';
import { type Line, readLines } from './lines.js';
import { unpacked } from './packed.js';

/** A whole body of rows may be this long, as it comes and unpacked: a city's worst day is twelve million rows. Nothing of it is kept, so this is against bodies without end. */
const MAX_BODY_BYTES = 8 * 1_073_741_824;

/** The rows of a body in whichever form the gate has let in, as they arrive. Throws `Problem` where it breaks; what is left of it then is read and forgotten. */
export async function* readRows(request: IncomingMessage, route: ServedRoute): AsyncGenerator<readonly Line[]> {
  const came = limited(bytesOf(request), MAX_BODY_BYTES);
  const plain = isPacked(request.headers) ? limited(unpacked(came), MAX_BODY_BYTES) : came;
  const columns = mediaTypeOf(route, request.headers['content-type']) === CSV ? route.columns : undefined;
  yield* columns === undefined ? readLines(plain) : readCsv(plain, columns);
}

// Leaving the loop early must not cut the connection: there is an answer to come. What is left is let go only once the loop has let go of the request, else it
// would stay where it is, and with it whatever comes after it on this connection.
async function* bytesOf(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) yield chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
  } catch (error) {
    // Cut off by whoever sent it: a body that is not what it was announced as, and no fault of ours.
    throw error === request.errored ? new Problem('malformed') : error;
  } finally {
    request.resume();
  }
}

/** Throws `Problem` for a body that is longer. */
export async function* limited(body: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of body) {
    total += chunk.length;
    if (total > limit) throw new Problem('body-too-large');
    yield chunk;
  }
}
