import { randomUUID } from 'node:crypto';
import { request } from 'node:http';

/** All that a client can tell two answers apart by, but for the date. */
export interface Heard {
  readonly status: number;
  /** As they came: order, case and repetition included. */
  readonly headers: readonly string[];
  readonly body: string;
}

/** What is sent, to the byte: the path is not normalised. */
export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly token?: string | undefined;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request on a connection of its own. */
export function hear(address: string, { method = 'GET', path, token, body, headers = {} }: Sent): Promise<Heard> {
  const { hostname, port } = new URL(address);
  const post = method === 'POST' ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {};
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, agent: false, headers: { ...post, ...length, ...authorization, ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: pairs(answer.rawHeaders), body: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const pairs = (raw: readonly string[]): readonly string[] =>
  raw.flatMap((name, index) => (index % 2 === 0 && name.toLowerCase() !== 'date' ? [`${name}: ${raw[index + 1] ?? ''}`] : []));

/** Ids, codes and places in the log that are made afresh for each answer, each by as many marks: lengths still count. */
const FRESH = /"(?:[0-9a-f]{32}|[cg]_[0-9a-f]{32}(?:-\d+)?|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]{22}|[\w-]{43}|[\w-]{48})"/g;

/** An answer without what is fresh in it. */
export const withoutFresh = ({ body, ...rest }: Heard): Heard => ({ ...rest, body: body.replaceAll(FRESH, (id) => `"${'·'.repeat(id.length - 2)}"`) });
