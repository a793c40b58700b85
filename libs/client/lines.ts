import type { XinmaClient } from './client.js';
import type { paths } from './schema.js';
import { type Lines, linesOf, type ReadPath, type Send, type StreamOptions, type StreamPath } from './sent-lines.js';

/**
 * Streams a body in and yields the answer's lines as they come. Neither runs ahead: the body is read as fast as the server takes it, and the server waits for
 * whoever does not take lines. Rejects with `Refused`, also where the last line says why the rest was refused, and with whatever broke where the body or the answer did not come to its end: having come to the end of
 * these lines means that all of both arrived.
 */
export async function* streamLines<Path extends StreamPath>(
  client: XinmaClient,
  path: Path,
  body: AsyncIterable<Uint8Array>,
  { contentType = 'application/x-ndjson', contentEncoding, signal }: StreamOptions = {},
): AsyncGenerator<Lines<paths[Path]['post']>> {
  const headers = { 'content-type': contentType, ...(contentEncoding === undefined ? {} : { 'content-encoding': contentEncoding }) };
  const giveUp = new AbortController();
  const sent = new Sent(body, giveUp.signal);
  const signals = AbortSignal.any([giveUp.signal, ...(signal === undefined ? [] : [signal])]);
  const init = { body: ReadableStream.from(sent), bodySerializer: (stream: unknown) => stream, duplex: 'half', headers, parseAs: 'stream', signal: signals };
  try {
    yield* linesOf<Lines<paths[Path]['post']>>(path, await (client.POST as Send)(path, init));
  } catch (error) {
    throw sent.broken ?? error;
  } finally {
    // Whoever takes no more lines ends the request, too.
    giveUp.abort();
  }
  if (!sent.whole) throw new Error(`${path} answered before the whole body was sent`);
}

/** Yields the lines of a route that answers in lines. Rejects as `streamLines` does. */
export async function* readLines<Path extends ReadPath>(client: XinmaClient, path: Path, query: paths[Path]['get']['parameters']['query'] = {}): AsyncGenerator<Lines<paths[Path]['get']>> {
  yield* linesOf<Lines<paths[Path]['get']>>(path, await (client.GET as Send)(path, { params: { query }, parseAs: 'stream' }));
}

/** A body on its way, and what became of it. */
class Sent implements AsyncIterable<Uint8Array> {
  whole = false;
  broken: unknown;

  constructor(
    private readonly body: AsyncIterable<Uint8Array>,
    private readonly over: AbortSignal,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of this.body) {
        // The platform would read on, to nowhere, after the connection is gone.
        if (this.over.aborted) return;
        yield chunk;
      }
      this.whole = true;
    } catch (error) {
      this.broken = error;
      throw error;
    }
  }
}
