import { connect } from 'node:net';

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request to the byte: nothing is added, nothing is normalised. */
export interface Bytes {
  /** The request line without its version. */
  readonly line: string;
  readonly version?: string;
  /** Lines as they are sent. */
  readonly headers?: readonly string[];
  readonly body?: string | Uint8Array;
}

/** No request takes this long to be answered or hung up on: milliseconds. */
const HUNG = 20_000;

/** Sends bytes on a connection of its own, where `ends` says so ends its half, and reads until the server hangs up: all that it answered. Rejects where it does not hang up. */
export async function exchange(address: string, bytes: Uint8Array, ends = false): Promise<readonly Answer[]> {
  const { hostname, port } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true, signal: AbortSignal.timeout(HUNG) });
  if (ends) socket.end(bytes);
  else socket.write(bytes);
  // A server that hangs up while it is still being sent to resets the connection; what it said before that counts.
  const heard: Buffer[] = [];
  try {
    for await (const chunk of socket) heard.push(chunk as Buffer);
  } catch (error) {
    if (!['ECONNRESET', 'EPIPE'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    // Our half may be open still.
    socket.destroy();
  }
  return answersIn(Buffer.concat(heard));
}

/** A request's bytes; `latin1`, so that each character of a line is a byte. */
export function written({ line, version = 'HTTP/1.1', headers = [], body = '' }: Bytes): Uint8Array {
  return Buffer.concat([Buffer.from(`${[`${line} ${version}`, ...headers].join('\r\n')}\r\n\r\n`, 'latin1'), Buffer.from(body as string)]);
}

function answersIn(heard: Buffer): readonly Answer[] {
  const answers: Answer[] = [];
  for (let rest = heard; rest.length > 0; ) {
    const end = rest.indexOf('\r\n\r\n');
    const [start = '', ...lines] = rest.toString('latin1', 0, end).split('\r\n');
    const status = /^HTTP\/1\.1 (\d{3}) /.exec(start)?.[1];
    if (end < 0 || status === undefined) throw new Error(`no answer: ${rest.toString('latin1', 0, 200)}`);
    const headers = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
    // An interim answer (100) has no body; the one that counts follows.
    const { body, length } = status === '100' ? { body: '', length: 0 } : bodyOf(headers, rest.subarray(end + 4));
    if (status !== '100') answers.push({ status: Number(status), headers, body });
    rest = rest.subarray(end + 4 + length);
  }
  return answers;
}

/** The body, and how many bytes it took. A body after HEAD has a length but no bytes. */
function bodyOf(headers: Answer['headers'], rest: Buffer): { readonly body: string; readonly length: number } {
  if (headers['transfer-encoding'] === 'chunked') return unchunked(rest);
  // Without a length (HTTP/1.0), to where the server hung up.
  const length = Math.min(Number(headers['content-length'] ?? rest.length), rest.length);
  return { body: rest.toString('utf8', 0, length), length };
}

function unchunked(rest: Buffer): { readonly body: string; readonly length: number } {
  let body = '';
  for (let at = 0; at < rest.length; ) {
    const end = rest.indexOf('\r\n', at);
    const size = Number.parseInt(rest.toString('latin1', at, end), 16);
    body += rest.toString('utf8', end + 2, end + 2 + size);
    at = end + 2 + size + 2;
    if (size === 0) return { body, length: at };
  }
  if (rest.length > 0) throw new Error('an answer broke off');
  return { body, length: 0 };
}
