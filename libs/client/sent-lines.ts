import type { XinmaClient } from './client.js';
import { isProblem, problemOf, Refused } from './problem.js';
import type { paths } from './schema.js';

/** What one line of such an answer says. */
export type Lines<Operation> = Operation extends { responses: { 200: { content: { 'application/x-ndjson': infer Line } } } } ? Line : never;
type WithLines<Method extends 'get' | 'post'> = { [Path in keyof paths]: Lines<paths[Path][Method]> extends never ? never : Path }[keyof paths];

/** Paths that a body is streamed to, and answer line by line. */
export type StreamPath = WithLines<'post'>;

/** Paths that are read line by line. */
export type ReadPath = WithLines<'get'>;

/** How the body is written, where it is not plain NDJSON. */
export interface StreamOptions {
  readonly contentType?: string;
  readonly contentEncoding?: string;
  /** Gives up. */
  readonly signal?: AbortSignal;
}

interface Streamed {
  readonly data?: ReadableStream<Uint8Array<ArrayBuffer>> | null;
  readonly error?: unknown;
  readonly response: Response;
}

/** Of each route that speaks in lines: what the generated types of one cannot say for all. */
export type Send = (path: string, init: object) => Promise<Streamed>;

/**
 * Sends a body that is at hand, and yields the answer's lines. For browsers, which stream no body without HTTP/2 and read no answer before they have sent it all: keep it to
 * some hundred rows, for the server waits for whoever takes no verdicts. Rejects with `Refused`, also where the last line says why the rest was refused, and with whatever broke.
 */
export async function* sendLines<Path extends StreamPath>(client: XinmaClient, path: Path, body: Blob, { contentType = 'application/x-ndjson', signal }: StreamOptions = {}): AsyncGenerator<Lines<paths[Path]['post']>> {
  const init = { body, bodySerializer: (given: unknown) => given, headers: { 'content-type': contentType }, parseAs: 'stream', ...(signal === undefined ? {} : { signal }) };
  yield* linesOf<Lines<paths[Path]['post']>>(path, await (client.POST as Send)(path, init));
}

/** The lines of an answer, as they come. */
export async function* linesOf<Line>(path: string, { data, error, response }: Streamed): AsyncGenerator<Line> {
  if (!response.ok) throw new Refused(path, response.status, problemOf(response, error));
  // An answer without a byte is one without lines: of a body that had none.
  if (data === undefined || data === null) return;
  let rest = '';
  for await (const text of chunksOf(data.pipeThrough(new TextDecoderStream('utf-8', { fatal: true })))) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield lineOf(path, line) as Line;
  }
  if (rest !== '') throw new Error(`the answer of ${path} broke off in a line`);
}

/** Its pieces, also where a platform's streams are not iterated over; whoever takes no more of them ends it. */
async function* chunksOf<Piece>(stream: ReadableStream<Piece>): AsyncGenerator<Piece> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** An answer that has begun as a success may end with why it is none. */
function lineOf(path: string, text: string): unknown {
  const line: unknown = JSON.parse(text);
  if (isProblem(line)) throw new Refused(path, line.status, line);
  return line;
}
